// The same as start_wait_verdict.c, in C++: starts a backup job, shows how it goes, and ends with a verdict. See there
// for the arguments and the environment.
//
//   c++ -std=c++17 start_wait_verdict.cpp -lbackupjobs -o start_wait_verdict

#include <backupjobs.hpp>

#include <cstdlib>
#include <iostream>

namespace bj = backupjobs;

static std::optional<std::string> setting(const char *name)
{
    const char *value = std::getenv(name);
    return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

static bj::Server open_server(const std::string &system, const std::string &url)
{
    bj::ClientOptions options;
    options.ca_file = setting("BKJ_CA_FILE");
    options.pin = setting("BKJ_PIN");
    const std::string username = setting("BKJ_USERNAME").value_or(""), password = setting("BKJ_PASSWORD").value_or("");
    if (system == "veeam") {
        const auto version = static_cast<bj::veeam::Dialect>(std::stoi(setting("BKJ_VERSION").value_or("6")));
        return bj::veeam::Client(url, version, username, password, options).server();
    }
    if (system == "teradata") {
        const std::string site = setting("BKJ_SITE").value_or(""), token = setting("BKJ_TOKEN").value_or("");
        return bj::teradata::Client(url, site, token, options).server();
    }
    bj::vcenter::BackupRequest plan;
    plan.location_type = setting("BKJ_LOCATION_TYPE").value_or("");
    plan.location = setting("BKJ_LOCATION").value_or("");
    plan.location_user = setting("BKJ_LOCATION_USER");
    plan.location_password = setting("BKJ_LOCATION_PASSWORD");
    plan.backup_password = setting("BKJ_BACKUP_PASSWORD");
    return bj::vcenter::Client(url, username, password, options).server(plan);
}

static void show(const bj::Progress &progress)
{
    std::cerr << "  " << progress.elapsed().count() << " ms  ";
    if (const auto run = progress.run()) {
        std::cerr << bj::name(run->phase()) << " (" << run->raw_status() << ")";
        if (run->percent()) {
            std::cerr << ", " << *run->percent() << " %";
        }
        if (run->objects()) {
            std::cerr << ", " << *run->objects() << " objects";
        }
    }
    if (progress.trouble()) {
        std::cerr << " [" << *progress.trouble() << "]";
    }
    std::cerr << '\n';
}

int main(int argc, char **argv)
{
    if (argc < 3 || bkj_system_from_name(argv[1]) == BKJ_ABSENT) {
        std::cerr << "usage: " << argv[0] << " veeam|teradata|vcenter URL JOB\n";
        return static_cast<int>(bj::Level::unknown);
    }
    const std::string system = argv[1], job = argc > 3 ? argv[3] : bj::vcenter::appliance_backup;
    try {
        bj::WaitOptions options;
        if (const auto pause = setting("BKJ_POLL_MS")) {
            options.poll_min = options.poll_max = bj::Milliseconds(std::stoll(*pause));
        }
        const bj::Server server = open_server(system, argv[2]);
        const bj::Started started = server.start(job);
        std::cerr << "run " << started.run().id() << " of job " << job << " (" << bj::name(started.origin()) << ")\n";
        const bj::Verdict verdict(server.wait(job, started.run().id(), options, show));
        std::cout << system << ' ' << bj::name(verdict.level()) << ": " << verdict.reason() << '\n';
        return static_cast<int>(verdict.level());
    } catch (const std::exception &error) {
        std::cout << system << " unknown: " << error.what() << '\n';
        return static_cast<int>(bj::Level::unknown);
    }
}
