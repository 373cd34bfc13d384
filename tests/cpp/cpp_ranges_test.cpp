// Lists and rows as ranges, built as C++20.
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.hpp>
#include "bkj_test.h"

#include <algorithm>
#include <ranges>

namespace bj = backupjobs;
namespace vm = backupjobs::veeam;

static_assert(std::ranges::random_access_range<const vm::JobList> && std::ranges::sized_range<const vm::JobList>);
static_assert(std::ranges::common_range<const vm::JobList> && !std::ranges::contiguous_range<const vm::JobList>);
static_assert(std::random_access_iterator<bj::RunList::iterator> && std::sized_sentinel_for<bj::RunList::iterator, bj::RunList::iterator>);
static_assert(std::is_same_v<std::ranges::range_value_t<bj::RunList>, bj::Run>);
// C++17's algorithms are told only what is true of them: what `*iterator` gives is no reference.
static_assert(std::is_same_v<std::iterator_traits<bj::RunList::iterator>::iterator_category, std::input_iterator_tag>);
static_assert(std::ranges::input_range<vm::JobRows> && !std::ranges::forward_range<vm::JobRows>);
static_assert(!std::copyable<vm::JobRows> && std::movable<vm::JobRows> && std::semiregular<vm::JobRows::iterator>);
static_assert(std::movable<bj::Server> && !std::copyable<bj::Server> && std::copyable<bj::Run>);

int main()
{
    control("/reset", "");
    bj::ClientOptions options;
    options.ca_file = sim("CA_FILE");
    const vm::Client client(sim("VEEAM_URL"), vm::Dialect::v6, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), options);
    const vm::JobList jobs = client.jobs();
    const std::string wanted = sim("VEEAM_JOB");

    const auto found = std::ranges::find_if(jobs, [&](const vm::Job &job) { return job.id() == wanted; });
    CHECK(found != jobs.end() && found->id() == wanted && jobs.begin()[found - jobs.begin()].id() == wanted);
    CHECK(std::ranges::distance(jobs) == std::ssize(jobs) && jobs.end() - jobs.begin() == std::ssize(jobs));

    std::vector<std::string> forwards, backwards;
    for (const vm::Job &job : jobs) {
        forwards.emplace_back(job.id());
    }
    for (const vm::Job &job : jobs | std::views::reverse) {
        backwards.emplace_back(job.id());
    }
    std::ranges::reverse(backwards);
    CHECK(forwards == backwards && forwards.size() == jobs.size());
    const auto enabled = [](const vm::Job &job) { return job.is_enabled() == true; };
    CHECK(std::ranges::distance(jobs | std::views::filter(enabled)) == std::count_if(jobs.begin(), jobs.end(), enabled));
    const std::vector<vm::Job> kept(jobs.begin(), jobs.end());
    CHECK(kept.size() == jobs.size() && kept.back().id() == jobs[jobs.size() - 1].id());
    CHECK(std::ranges::max(jobs, {}, [](const vm::Job &job) { return std::string(job.id()); }).id()
          == *std::max_element(forwards.begin(), forwards.end()));

    auto rows = client.iter_jobs();
    CHECK(static_cast<std::size_t>(std::ranges::count_if(rows, [](const vm::Job &job) { return !job.id().empty(); })) == jobs.size());
    return finish("cpp_ranges");
}
