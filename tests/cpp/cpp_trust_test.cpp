// Certificates, known hosts, the proxy, the limits and the log in C++.
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.hpp>
#include "bkj_test.h"

namespace bj = backupjobs;
using namespace std::chrono_literals;

static_assert(!std::is_copy_constructible_v<bj::trust::KnownHosts> && std::is_move_constructible_v<bj::trust::KnownHosts>);

template <class F>
static std::string fails(bj::ErrorKind kind, F call)
{
    try {
        call();
        CHECK(!"an exception");
        return "";
    } catch (const bj::Error &error) {
        CHECK(error.kind() == kind);
        CHECK(error.detail().find("C4nary") == std::string::npos);
        return error.what();
    }
}

static bj::veeam::Client open(const bj::ClientOptions &options, const std::string &password = sim("VEEAM_PASSWORD"))
{
    return {sim("VEEAM_URL"), bj::veeam::Dialect::v6, sim("VEEAM_USERNAME"), password, options};
}

static void certificates()
{
    char folder[] = "/tmp/backupjobs-cpp-trust-XXXXXX";
    CHECK(mkdtemp(folder) != nullptr);
    const std::string url = sim("VEEAM_URL"), path = std::string(folder) + "/known_hosts";
    const bj::trust::Certificate certificate = bj::trust::fetch(url);
    CHECK(certificate.sha256() == sim("LEAF_SHA256") && certificate.subject() == "CN=backupjobs-sim");
    CHECK(certificate.names().size() == 3 && certificate.not_before() < certificate.not_after());
    CHECK(!certificate.trusted() && !certificate.self_signed() && certificate.refusal().has_value());
    CHECK(certificate.text().find(certificate.fingerprint()) != std::string::npos && certificate.issuer().has_value());
    CHECK(certificate.pem().find("BEGIN CERTIFICATE") != std::string::npos);
    const bj::CancelToken token;
    token.cancel();
    fails(bj::ErrorKind::cancelled, [&] { return bj::trust::fetch(url, {}, token); });

    bj::ClientOptions options;
    options.known_hosts = path;
    const bj::trust::KnownHosts hosts(path);
    CHECK(hosts.path() == path && hosts.lookup(url).empty() && !hosts.forget(url));
    const std::string stranger = fails(bj::ErrorKind::tls, [&] { open(options, "C4nary").login(); });
    CHECK(stranger.find(certificate.fingerprint()) != std::string::npos);
    hosts.remember(url, certificate);
    CHECK(hosts.lookup(url) == std::vector<std::string>{std::string(certificate.fingerprint())});
    open(options).login();
    CHECK(hosts.forget(url));
    fails(bj::ErrorKind::tls, [&] { open(options, "C4nary").login(); });
    fails(bj::ErrorKind::config, [&] { return bj::trust::KnownHosts{std::string(folder)}; });
    CHECK(remove(path.c_str()) == 0 && rmdir(folder) == 0);
}

static void settings()
{
    bj::ClientOptions options;
    options.ca_file = sim("CA_FILE");
    options.retry_base = 1ms;
    options.retry_budget = 0;
    options.max_concurrency = 1;
    options.proxy = "";
    std::vector<std::string> lines;
    int failed = 0, retried = 0;
    options.log = [&](const bj::LogEvent &event) {
        lines.emplace_back(event.message());
        failed += event.error() == bj::ErrorKind::unreachable;
        retried += event.level() == bj::LogLevel::info;
        CHECK(event.server() == sim("VEEAM_URL") && !name(event.level()).empty());
        CHECK(event.level() != bj::LogLevel::debug || (event.attempt() == 1 && event.url() && event.method() && event.elapsed()));
        throw std::runtime_error("lost");
    };
    bj::veeam::Client client = open(options);
    client.login();
    CHECK(lines.size() == 1 && lines[0].find("HTTP 200") != std::string::npos);
    control("/faults", "{\"system\":\"veeam\",\"path\":\"/Jobs\",\"times\":0,\"action\":{\"kind\":\"reset_before\"}}");
    fails(bj::ErrorKind::unreachable, [&] { return client.jobs(); });
    control_request("DELETE", "/faults", "");
    CHECK(failed == 2 && retried == 1);
    CHECK(!client.jobs().empty() && !client.server().insecure() && !client.server().check_all().insecure());
    for (const std::string &line : lines) {
        CHECK(line.find(sim("VEEAM_PASSWORD")) == std::string::npos);
    }

    options.log = nullptr;
    options.max_body = 20;
    fails(bj::ErrorKind::protocol, [&] { open(options).login(); });
    options.max_body = 0;
    fails(bj::ErrorKind::config, [&] { open(options); });
    options.max_body.reset();
    options.proxy = "http://me:C4nary@127.0.0.1:1";
    options.retry_attempts = 1;
    const std::string away = fails(bj::ErrorKind::unreachable, [&] { open(options).login(); });
    CHECK(away.find("the proxy http://127.0.0.1:1 ") != std::string::npos);
    options.proxy = "ftp://me:C4nary@127.0.0.1:1";
    fails(bj::ErrorKind::config, [&] { open(options); });

    bj::ClientOptions anybody;
    anybody.insecure = true;
    const bj::Server server = open(anybody).server();
    CHECK(server.insecure() && server.check_all().insecure());
}

int main()
{
    control("/reset", "");
    certificates();
    settings();
    return finish("cpp_trust");
}
