// Functions given to the library: on which thread they are called, when they are destroyed, what becomes of what they throw;
// and cancelling from a signal handler.
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.hpp>
#include "bkj_test.h"

#include <csignal>
#include <thread>

namespace bj = backupjobs;
using namespace std::chrono_literals;

struct Boom {};

// Held by the functions under test: when they are all gone, this is the last.
using Alive = std::shared_ptr<int>;

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

static bj::teradata::Client open(const bj::ClientOptions &options, bj::teradata::TokenSource source)
{
    return {sim("TERADATA_URL"), sim("TERADATA_SITE_ID"), std::move(source), options};
}

static bj::Server any_server()
{
    return bj::teradata::Client(sim("TERADATA_URL"), sim("TERADATA_SITE_ID"), sim("TERADATA_TOKEN"), options()).server();
}

template <class F>
static std::string fails(bj::ErrorKind kind, F call)
{
    try {
        call();
        CHECK(!"an exception");
        return "";
    } catch (const bj::Error &error) {
        CHECK(error.kind() == kind);
        return error.what();
    }
}

// Every function is called on the thread that makes the call, whichever that is.
static void threads()
{
    const std::string job = sim("TERADATA_JOB");
    int logged = 0, asked = 0, probed = 0, saved = 0, told = 0, told_of_all = 0;
    std::thread caller([&] {
        const auto here = std::this_thread::get_id();
        const auto on_time = [here] { return std::this_thread::get_id() == here; };
        bj::ClientOptions noting = options();
        noting.log = [&](const bj::LogEvent &) { logged += on_time() ? 1 : -1000; };
        const bj::teradata::Client client = open(noting, [&] {
            asked += on_time() ? 1 : -1000;
            return std::string(sim("TERADATA_TOKEN"));
        });
        const bj::CancelToken token = bj::CancelToken().with_probe([&] {
            probed += on_time() ? 1 : -1000;
            return false;
        });
        const bj::Server server = client.server().with_cancel(token);
        bj::Ticket ticket = server.prepare(job);
        const bj::Run run = server.carry_out(ticket, [&](const bj::Ticket &) { saved += on_time() ? 1 : -1000; }).run();
        const bj::Run ended = server.wait(job, run.id(), hasty_wait(), [&](const bj::Progress &) { told += on_time() ? 1 : -1000; });
        CHECK(ended.outcome() == bj::Outcome::success);
        CHECK(server.wait_all({run}, hasty_wait(), [&](std::size_t, const bj::Progress &) { told_of_all += on_time() ? 1 : -1000; })
                  .size() == 1);
    });
    caller.join();
    CHECK(logged > 0 && asked == 1 && probed > 0 && saved == 2 && told > 0 && told_of_all > 0);
}

static void logs()
{
    const Alive alive = std::make_shared<int>();
    {
        bj::ClientOptions noting = options();
        noting.log = [alive](const bj::LogEvent &) { ++*alive; };
        const bj::veeam::Client client(sim("VEEAM_URL"), bj::veeam::Dialect::v6, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), noting);
        const bj::Server server = client.server();
        noting.log = nullptr;
        CHECK(alive.use_count() == 2);
        client.login();
        CHECK(*alive == 1);
    }
    CHECK(alive.use_count() == 1);
    // A call that fails has destroyed it; and so has one that could not be made, because of an option before it.
    for (const char *pin : {"short", sim("LEAF_SHA256")}) {
        bj::ClientOptions noting;
        noting.pin = pin;
        noting.log = [alive](const bj::LogEvent &) {};
        fails(bj::ErrorKind::config, [&] { return bj::vcenter::Client("no scheme", "user", "password", noting); });
        noting.log = nullptr;
        CHECK(alive.use_count() == 1);
    }
}

static void token_sources()
{
    const Alive alive = std::make_shared<int>();
    {
        const auto client = open(options(), [alive] { return ++*alive, std::string(sim("TERADATA_TOKEN")); });
        const bj::Server server = client.server();
        CHECK(!server.jobs().empty() && *alive == 1 && alive.use_count() == 2);
    }
    CHECK(alive.use_count() == 1);
    bj::ClientOptions wrong = options();
    wrong.connect_timeout = 1s;
    wrong.ca_file = "/no such file";
    fails(bj::ErrorKind::config, [&] { return open(wrong, [alive] { return std::string(); }); });
    CHECK(alive.use_count() == 1);
    fails(bj::ErrorKind::config, [&] {
        return bj::teradata::Client("no scheme", "S", [alive] { return std::string(); }, options());
    });
    CHECK(alive.use_count() == 1);

    // What it throws is told; no token longer than the buffer is cut short.
    const std::string why = fails(bj::ErrorKind::unauthenticated, [] {
        return open(options(), []() -> std::string { throw std::runtime_error("the vault is sealed"); }).login();
    });
    CHECK_HAS(why.c_str(), "the vault is sealed");
    fails(bj::ErrorKind::unauthenticated, [] { return open(options(), []() -> std::string { throw Boom(); }).login(); });
    fails(bj::ErrorKind::unauthenticated, [] {
        return open(options(), []() -> std::string { throw std::runtime_error(std::string(1 << 20, 'x')); }).login();
    });
    int asked = 0;
    fails(bj::ErrorKind::unauthenticated, [&asked] {
        return open(options(), [&asked] { return ++asked, std::string(100'000, 'x'); }).jobs();
    });
    CHECK(asked > 1);
}

static void probes()
{
    const std::string job = sim("TERADATA_JOB");
    const Alive alive = std::make_shared<int>();
    const bj::Server server = any_server();
    {
        const bj::CancelToken flag;
        const bj::CancelToken asking = flag.with_probe([alive] { return ++*alive > 1; });
        CHECK(alive.use_count() == 2);
        fails(bj::ErrorKind::cancelled, [&] {
            const bj::Server cancellable = server.with_cancel(asking);
            return cancellable.jobs();
        });
        CHECK(flag.is_cancelled());
    }
    CHECK(alive.use_count() == 1);
    const bj::CancelToken flag;
    const bj::CancelToken throwing = flag.with_probe([]() -> bool { throw Boom(); });
    fails(bj::ErrorKind::cancelled, [&] { return server.with_cancel(throwing).job(job); });
    CHECK(flag.is_cancelled());
    // A token that was moved away is NULL for C, which refuses it and releases what came with it.
    bj::CancelToken gone;
    const bj::CancelToken taken = std::move(gone);
    fails(bj::ErrorKind::invalid_argument, [&] { return gone.with_probe([alive] { return false; }); });
    CHECK(alive.use_count() == 1);
}

static const bj::CancelToken *to_cancel;

static void signals()
{
    const std::string job = sim("TERADATA_JOB");
    const bj::CancelToken token;
    const bj::Server server = any_server();
    const bj::Server cancellable = server.with_cancel(token);
    const bj::Run run = server.start(job).run();
    to_cancel = &token;
    struct sigaction action = {};
    action.sa_handler = [](int) { to_cancel->cancel(); };
    CHECK(sigaction(SIGUSR1, &action, nullptr) == 0);
    std::uint64_t looks = 0;
    fails(bj::ErrorKind::cancelled, [&] {
        return cancellable.wait(job, run.id(), hasty_wait(), [&looks](const bj::Progress &told) {
            looks = told.polls();
            CHECK(std::raise(SIGUSR1) == 0);
        });
    });
    CHECK(looks == 1 && token.is_cancelled());
    CHECK(std::signal(SIGUSR1, SIG_DFL) != SIG_ERR);
    // The backup goes on.
    CHECK(server.run(job, run.id()).is_active());
    server.close();
}

int main()
{
    control("/reset", "");
    control("/clock", "{\"per_request_s\":30}");
    threads();
    logs();
    token_sources();
    probes();
    control("/reset", "");
    signals();
    control("/reset", "");
    return finish("cpp_callbacks");
}
