// Tickets, several waits at once, checks and accounts in C++.
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.hpp>
#include "bkj_test.h"

namespace bj = backupjobs;
using namespace std::chrono_literals;

static_assert(!std::is_copy_constructible_v<bj::Ticket> && std::is_nothrow_move_constructible_v<bj::Ticket>);

struct Boom {};

static bj::ClientOptions options()
{
    bj::ClientOptions options;
    options.ca_file = sim("CA_FILE");
    options.retry_base = 1ms;
    return options;
}

static bj::WaitOptions hasty_wait()
{
    bj::WaitOptions options;
    options.poll_min = 1ms;
    options.poll_max = 1ms;
    options.unreachable = 20ms;
    return options;
}

static bj::Server teradata_server()
{
    return bj::teradata::Client(sim("TERADATA_URL"), sim("TERADATA_SITE_ID"), sim("TERADATA_TOKEN"), options()).server();
}

template <class F>
static void throws(bj::ErrorKind kind, F call)
{
    try {
        call();
        CHECK(!"an exception");
    } catch (const bj::Error &error) {
        CHECK(error.kind() == kind);
    }
}

static void tickets()
{
    const bj::Server server = teradata_server();
    const std::string job = sim("TERADATA_JOB");
    bj::Ticket ticket = server.prepare(job);
    // Sites share a host: the ticket names the one it is for.
    const std::string place = std::string(server.url()) + "/" + sim("TERADATA_SITE_ID");
    CHECK(ticket.job() == job && ticket.server() == place && ticket.system() == bj::System::teradata);
    CHECK(ticket.stage() == bj::Stage::prepared && name(ticket.stage()) == "prepared" && !ticket.run());
    CHECK(ticket.marker().size() == 16 && ticket.prepared().has_value());

    // What the callback throws keeps the request from being sent, and comes out.
    try {
        server.carry_out(ticket, [](const bj::Ticket &) { throw Boom(); });
        CHECK(!"an exception");
    } catch (const Boom &) {
        CHECK(ticket.stage() == bj::Stage::prepared);
    }
    throws(bj::ErrorKind::config, [&] { return server.carry_out(ticket, [](const bj::Ticket &) { return false; }); });

    std::vector<std::string> saved;
    const std::function<void(const bj::Ticket &)> save = [&saved](const bj::Ticket &now) { saved.push_back(now.to_text()); };
    const bj::Started started = server.carry_out(ticket, save);
    CHECK(saved.size() == 2 && saved.back() == ticket.to_text());
    CHECK(ticket.stage() == bj::Stage::started && ticket.run() == started.run().id());
    bj::Ticket read = bj::Ticket::from_text(saved.front());
    CHECK(read.stage() == bj::Stage::sending);
    CHECK(server.carry_out(read).run().id() == started.run().id());

    // Once the run is known, the run comes out whatever the callback does.
    bj::Ticket other = bj::Ticket::from_text(saved.front());
    const auto late = [](const bj::Ticket &now) {
        if (now.stage() == bj::Stage::started) {
            throw Boom();
        }
    };
    CHECK(server.carry_out(other, late).run().id() == started.run().id());
    throws(bj::ErrorKind::invalid_argument, [] { return bj::Ticket::from_text("nothing"); });
}

static void waits()
{
    const bj::Server server = teradata_server();
    const bj::Run run = server.start(sim("TERADATA_JOB")).run();
    std::size_t told = 0;
    const bj::WaitResultList ends = server.wait_all({run, {run.job_id(), "999999"}}, hasty_wait(),
        [&told](std::size_t index, const bj::Progress &progress) { told += index < 2 && progress.polls() > 0; });
    CHECK(ends.size() == 2 && told > 0);
    CHECK(ends[0].run()->outcome() == bj::Outcome::success && !ends[0].error());
    CHECK(!ends[0].value().will_be_retried() && !ends[0].value().retry_of());
    CHECK(!ends[1].run() && ends[1].error()->kind() == bj::ErrorKind::not_found);
    CHECK(std::string(ends[1].error()->what()).find("server.wait_all") == 0);
    throws(bj::ErrorKind::not_found, [&] { return ends[1].value(); });
    // The error outlives the list.
    const auto why = server.wait_all({{run.job_id(), "999999"}}, hasty_wait())[0].error();
    CHECK(!why->message().empty());
    try {
        static_cast<void>(server.wait_all({{run.job_id(), "999999"}}, hasty_wait(),
                                          [](std::size_t, const bj::Progress &) { throw Boom(); }));
        CHECK(!"an exception");
    } catch (const Boom &) {
    }
    const std::vector<bj::RunRef> none;
    CHECK(server.wait_all(none).empty());
}

static void checks()
{
    const bj::Server server = teradata_server();
    const std::string job = sim("TERADATA_JOB");
    const bj::Verdict verdict = server.check(job);
    CHECK(verdict.level() == bj::Level::ok && verdict.job_id() == job && verdict.job_name() && verdict.run());
    CHECK(verdict.age() >= 0ms);
    bj::Policy policy;
    policy.now = bj::TimePoint(4000000000000ms);
    CHECK(server.check(job, policy).level() == bj::Level::critical);
    policy.max_age.reset();
    CHECK(server.check(job, policy).level() == bj::Level::ok);
    const bj::Report report = server.check_all(bj::Policy{}, {job, "no such job"});
    CHECK(report.level() == bj::Level::critical);
    const auto verdicts = report.verdicts();
    CHECK(verdicts.size() > 1 && verdicts.back().job_id() == "no such job" && !verdicts.back().run());
    CHECK(server.check_all().verdicts().size() == verdicts.size() - 1);
}

static void accounts()
{
    const bj::veeam::Client client(sim("VEEAM_URL"), bj::veeam::Dialect::v6, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"),
                                   options());
    const bj::Server server = client.server();
    const bj::Run run = server.wait(sim("VEEAM_JOB"), server.start(sim("VEEAM_JOB")).run().id(), hasty_wait());
    const bj::Account account = server.explain(run.job_id(), run.id());
    CHECK(account.run().id() == run.id() && !account.lines().empty());
    const bj::Line first = account.lines().front();
    CHECK(first.at() && first.severity() && account.text().find(first.text()) != std::string::npos);
    const auto items = client.log_items(run.id());
    CHECK(!items.empty() && items[0].severity() == first.severity() && items[0].sentence() == first.text());
    CHECK(items[0].creation_time() == first.at() && items[0].title() && items[0].extra_json()[0] == '{');
}

int main()
{
    control("/reset", "");
    control("/clock", "{\"per_request_s\":60}");
    tickets();
    waits();
    checks();
    accounts();
    control("/reset", "");
    return finish("cpp_engine");
}
