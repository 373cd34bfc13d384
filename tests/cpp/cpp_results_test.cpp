// The face without exceptions, built with -fno-exceptions: every failure is a Result, and none is lost on the way.
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.hpp>
#include "bkj_test.h"

#include <sys/wait.h>

#ifdef __cpp_exceptions
#error "this is to be built with -fno-exceptions"
#endif

namespace bj = backupjobs;
namespace vm = backupjobs::veeam;
using namespace std::chrono_literals;

static_assert(std::is_same_v<bj::Server, bj::results::Server>);
static_assert(std::is_same_v<decltype(std::declval<bj::Server>().jobs()), bj::Result<bj::JobList>>);
static_assert(std::is_same_v<decltype(std::declval<bj::Server>().close()), bj::Result<void>>);
static_assert(!std::is_constructible_v<vm::Client, const char *, vm::Dialect, const char *, const char *>);
static_assert(!std::is_constructible_v<bj::trust::KnownHosts, const char *> && !std::is_constructible_v<bj::Verdict, bj::Run>);
static_assert(!std::is_copy_constructible_v<bj::Result<bj::Server>> && std::is_move_constructible_v<bj::Result<bj::Server>>);
static_assert(!std::is_convertible_v<bj::Result<bool>, bool>);

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
    return options;
}

static bj::Result<vm::Client> open(const bj::ClientOptions &options, std::string_view url = sim("VEEAM_URL"))
{
    return vm::Client::create(url, vm::Dialect::v6, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), options);
}

template <class T>
static void fails(bj::ErrorKind kind, const bj::Result<T> &result)
{
    CHECK(!result && !result.has_value());
    if (!result) {
        CHECK(result.error().kind() == kind && !result.error().remedy().empty());
        CHECK(std::string_view(result.error().what()).find("C4nary") == std::string_view::npos);
    }
}

// Start, wait, verdict; and the same in one expression, which stops at the first error.
static void flow()
{
    const std::string job = sim("VEEAM_JOB");
    const auto client = open(options());
    CHECK(client && client.has_value() && client->dialect() == vm::Dialect::v6);
    CHECK(client->login().has_value());
    const bj::Result<bj::Server> server = client->server();
    const auto started = server->start(job);
    CHECK(started->origin() == bj::Origin::indistinguishable);
    int looks = 0;
    const auto run = server->wait(job, started->run().id(), hasty_wait(), [&looks](const bj::Progress &) { looks++; });
    CHECK(run && run->outcome() == bj::Outcome::success && looks > 0);
    const auto verdict = bj::Verdict::of(*run);
    CHECK(verdict && verdict->level() == bj::Level::ok);

    const auto level = [&](std::string_view name) {
        return server->start(name)
            .and_then([&](const bj::Started &begun) { return server->wait(name, begun.run().id(), hasty_wait()); })
            .and_then([](const bj::Run &ended) { return bj::Verdict::of(ended); })
            .map([](const bj::Verdict &judged) { return judged.level(); })
            .value_or(bj::Level::unknown);
    };
    CHECK(level(job) == bj::Level::ok && level("no such job\n") == bj::Level::unknown);

    const std::string slow = "{\"system\":\"veeam\",\"job\":\"" + job + "\",\"outcome\":\"success\",\"duration_s\":900}";
    control("/script", slow.c_str());
    const auto again = server->start(job);
    fails(bj::ErrorKind::cancelled,
          server->wait(job, again->run().id(), hasty_wait(), [](const bj::Progress &) { return false; }));
    const auto ends = server->wait_all({again->run(), {job, "nothing"}}, hasty_wait());
    CHECK(ends->size() == 2 && (*ends)[0].value() && (*ends)[0].value()->id() == again->run().id());
    fails(bj::ErrorKind::invalid_argument, (*ends)[1].value());
    CHECK(server->check(job)->level() == bj::Level::ok && server->check_all()->insecure() == false);
    CHECK(server->explain(job, again->run().id()).map([](const bj::Account &all) { return all.lines().size(); }).value() > 0);
    fails(bj::ErrorKind::invalid_argument, server->check(""));
    CHECK(client->close().has_value());
    fails(bj::ErrorKind::closed, server->jobs());
    fails(bj::ErrorKind::closed, server->stop(job));
}

// What goes wrong before a call is made keeps it from being made, and is what the call answers.
static void before_the_call()
{
    bj::ClientOptions wrong = options();
    const auto alive = std::make_shared<int>();
    wrong.ca_file.reset();
    wrong.pin = "short";
    wrong.log = [alive](const bj::LogEvent &) {};
    fails(bj::ErrorKind::config, open(wrong));
    fails(bj::ErrorKind::config, open(options(), "no scheme"));
    wrong.log = nullptr;
    CHECK(alive.use_count() == 1);
    fails(bj::ErrorKind::config, bj::teradata::Client::create("nowhere", "S", [alive] { return std::string("t"); }, options()));
    CHECK(alive.use_count() == 1);

    const auto client = open(options());
    vm::CreateCopyJob spec;
    spec.backup_job_id = sim("VEEAM_JOB");
    spec.repository_id = sim("VEEAM_JOB");
    spec.schedule.window = std::vector<bool>(167, true);
    fails(bj::ErrorKind::invalid_argument, client->create_copy_job(spec));
    vm::NewJobItem item;
    item.kind = "User";
    item.folders = {std::string("a\0b", 3)};
    vm::EditJob edit;
    edit.selected_items = {item};
    const auto edited = client->edit_job(sim("VEEAM_JOB"), edit);
    fails(bj::ErrorKind::invalid_argument, edited);
    CHECK(edited.error().message().find("texts[0]") != std::string_view::npos);
    bj::Policy policy;
    policy.max_age = -1ms; // Not "any age".
    fails(bj::ErrorKind::invalid_argument, client->server()->check(sim("VEEAM_JOB"), policy));
    fails(bj::ErrorKind::config, bj::trust::KnownHosts::open("/"));
    fails(bj::ErrorKind::config, bj::Secret::from_env("BACKUPJOBS_NOT_SET"));
    fails(bj::ErrorKind::invalid_argument, bj::Ticket::from_text("nothing"));
    fails(bj::ErrorKind::config, bj::teradata::TokenFrom::command({}).and_then([](const bj::teradata::TokenFrom &source) {
        return bj::teradata::Client::create("https://h", "S", source);
    }));
}

// A NUL would cut the text short, and name another job.
static void texts()
{
    const auto server = open(options())->server();
    const std::string longer = std::string(sim("VEEAM_JOB")) + '\0' + "and more";
    const auto job = server->job(longer);
    fails(bj::ErrorKind::invalid_argument, job);
    CHECK(job.error().message().find("'job' is not UTF-8") != std::string_view::npos);
    fails(bj::ErrorKind::invalid_argument, server->check_all({}, {longer}));
    CHECK(server->job(std::string_view(longer).substr(0, longer.find('\0')))->id() == sim("VEEAM_JOB"));
}

static void rows()
{
    const auto client = open(options());
    std::size_t good = 0, bad = 0;
    auto all = client->iter_jobs();
    for (const bj::Result<vm::Job> &row : *all) {
        good += row.has_value();
    }
    CHECK(good > 0 && good == client->jobs()->size());
    CHECK(!*all->next());
    control("/faults", "{\"system\":\"veeam\",\"path\":\"/Jobs\",\"times\":0,\"action\":{\"kind\":\"reset_before\"}}");
    auto broken = client->iter_jobs();
    for (const auto &row : *broken) {
        bad += !row;
        CHECK(row || row.error().kind() == bj::ErrorKind::unreachable);
    }
    CHECK(bad == 1);
    control_request("DELETE", "/faults", "");
}

// Every other kind of operation once.
static void tickets_and_detection()
{
    auto server = bj::teradata::Client::create(sim("TERADATA_URL"), sim("TERADATA_SITE_ID"), sim("TERADATA_TOKEN"), options())
                      .and_then([](const bj::teradata::Client &client) { return client.server(); });
    auto ticket = server->prepare(sim("TERADATA_JOB"));
    std::string saved;
    const auto started = server->carry_out(*ticket, [&saved](const bj::Ticket &now) {
        const auto text = now.to_text();
        saved = text.value_or("");
        return text.has_value();
    });
    CHECK(started && ticket->run() == started->run().id() && bj::Ticket::from_text(saved)->stage() == bj::Stage::started);
    auto refused = server->prepare(sim("TERADATA_JOB"));
    fails(bj::ErrorKind::config, server->carry_out(*refused, [](const bj::Ticket &) { return false; }));
    CHECK(vm::detect(sim("VEEAM_URL"), options())->size() == 7);
    CHECK(bj::vcenter::detect(sim("VCENTER_URL"), options()).value() == bj::vcenter::Dialect::rest);
    const bj::CancelToken token;
    const auto cancellable = server->with_cancel(*token.with_probe([] { return true; }));
    fails(bj::ErrorKind::cancelled, cancellable->jobs());
    const auto appliance = bj::vcenter::Client::create(sim("VCENTER_URL"), sim("VCENTER_USERNAME"), sim("VCENTER_PASSWORD"),
                                                       options());
    CHECK(*appliance->recovery_supported() && appliance->backup_jobs()->size() == 3 && *appliance->part_size("seat") > 0);
}

// What is not there is not taken: the program ends, and says why. In a child, which would otherwise answer 0.
template <class F>
static void ends(const char *words, F program)
{
    int pipes[2];
    CHECK(pipe(pipes) == 0);
    const pid_t child = fork();
    if (child == 0) {
        dup2(pipes[1], 2);
        program();
        _exit(0);
    }
    close(pipes[1]);
    char said[1024] = "";
    ssize_t length = 0, some;
    while ((some = read(pipes[0], said + length, sizeof said - 1 - static_cast<std::size_t>(length))) > 0) {
        length += some;
    }
    close(pipes[0]);
    int status = 0;
    CHECK(waitpid(child, &status, 0) == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    CHECK_HAS(said, words);
}

static void mistakes()
{
    const auto wrong = open(options(), "no scheme");
    ends("config", [&] { static_cast<void>(wrong.value()); });
    ends("config", [&] { static_cast<void>(wrong->dialect()); });
    ends("config", [&] { wrong.map([](const vm::Client &) {}).value(); });
    const bj::Result<int> seven = 7;
    ends("asked for its error", [&] { static_cast<void>(seven.error()); });
    const auto jobs = open(options())->jobs();
    ends("no such element", [&] { static_cast<void>((*jobs)[jobs->size()]); });
    CHECK(*seven == 7 && seven.value_or(8) == 7 && seven.map([](int n) { return n + 1; }).value() == 8);
    const bj::Result<void> nothing;
    CHECK(nothing && *nothing.map([] { return 5; }) == 5);
}

int main()
{
    control("/reset", "");
    control("/clock", "{\"per_request_s\":60}");
    flow();
    before_the_call();
    texts();
    rows();
    tickets_and_detection();
    mistakes();
    control("/reset", "");
    return finish("cpp_results");
}
