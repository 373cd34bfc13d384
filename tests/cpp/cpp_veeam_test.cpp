// The C++ header on Veeam's versions: detection, iterators, jobs with items and schedules, copy jobs, restores, places.
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.hpp>
#include "bkj_test.h"

namespace bj = backupjobs;
namespace vm = backupjobs::veeam;
using namespace std::chrono_literals;

static bj::ClientOptions options()
{
    bj::ClientOptions options;
    options.ca_file = sim("CA_FILE");
    options.connect_timeout = 5s;
    options.request_timeout = 30s;
    return options;
}

static vm::Client client_of(vm::Dialect version)
{
    return {sim("VEEAM_URL"), version, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), options()};
}

template <class F>
static void throws(bj::ErrorKind kind, F call)
{
    try {
        call();
        CHECK(!"an exception");
    } catch (const bj::Error &error) {
        CHECK(error.kind() == kind && !error.remedy().empty());
    }
}

template <class R>
static std::size_t count(R rows)
{
    std::size_t all = 0;
    for (const auto &row : rows) {
        all += row.get() != nullptr ? 1 : 0;
    }
    return all;
}

static void detection()
{
    const auto served = vm::detect(sim("VEEAM_URL"), options());
    CHECK(served.size() == 7 && served.front() == vm::Dialect::v2 && served.back() == vm::Dialect::v8);
    throws(bj::ErrorKind::unreachable, [] {
        bj::ClientOptions none = options();
        none.retry_attempts = 1;
        return vm::detect("https://127.0.0.1:1", none);
    });
}

static void jobs(vm::Dialect version)
{
    const std::string id = sim("VEEAM_JOB");
    vm::Client client = client_of(version);
    const auto organization = client.organizations()[0];
    const auto job = client.job(id);
    CHECK(count(client.iter_jobs()) == client.jobs().size());
    vm::JobQuery mine;
    mine.organization_id = organization.id();
    mine.repository_id = *job.repository_id();
    const std::size_t few = count(client.iter_jobs(mine));
    CHECK(few > 0 && few < client.jobs().size());

    const auto items = client.selected_items(id);
    CHECK(items.size() == 1 && items[0].user() && count(client.iter_selected_items(id)) == 1);
    CHECK(count(client.iter_excluded_items(id)) == client.excluded_items(id).size());
    vm::NewJobItem item;
    item.kind = "User";
    item.mailbox = true;
    item.user = vm::NewUser{};
    item.user->id = *items[0].user()->id();
    vm::NewJobSchedule schedule;
    schedule.kind = "Daily";
    schedule.daily_type = "Workdays";
    schedule.daily_time = "21:30:00";
    schedule.retry_enabled = true;
    schedule.retry_number = 3;
    schedule.backup_window_enabled = true;
    schedule.backup_window_settings = vm::NewBackupWindow{};
    vm::CreateJob spec;
    spec.organization_id = organization.id();
    spec.repository_id = *job.repository_id();
    spec.backup_type = "SelectedItems";
    spec.name = "From C++";
    spec.selected_items = {item};
    spec.schedule_policy = schedule;
    spec.is_enabled = false;
    const auto made = client.create_job(spec);
    CHECK(made.name() == "From C++" && made.is_enabled() == false);
    CHECK(made.schedule_policy()->retry_number() == 3);
    CHECK(made.schedule_policy()->backup_window_settings()->backup_window().size() == 168);
    vm::EditJob edit;
    edit.description = "changed";
    client.edit_job(made.id(), edit);
    CHECK(client.job(made.id()).description() == "changed");
    throws(bj::ErrorKind::invalid_argument, [&] { return client.edit_job(made.id(), {}); });
    spec.selected_items.clear();
    throws(bj::ErrorKind::invalid_argument, [&] { return client.create_job(spec); });
    client.delete_job(made.id());
    throws(bj::ErrorKind::not_found, [&] { return client.job(made.id()); });
}

static void sessions(vm::Dialect version)
{
    control("/reset", "");
    const std::string id = sim("VEEAM_JOB");
    vm::Client client = client_of(version);
    const auto started = client.start_job(id, true);
    CHECK(started.has_value() == (version == vm::Dialect::v8));
    CHECK(!started || started->job_id() == id);
    control("/clock", "{\"advance_s\": 120}");
    vm::SessionQuery query;
    query.job_id = id;
    query.status = "Success";
    query.end_time_lower_bound = bj::TimePoint(bj::Milliseconds(1768464000000)); // 2026-01-15T08:00:00Z
    auto ended = client.iter_job_sessions(query);
    const auto newest = ended.next();
    CHECK(newest && newest->status() == "Success" && !ended.next());
    const auto steps = client.log_items(newest->id());
    CHECK(steps.size() > 0 && client.log_item(newest->id(), steps[0].id()).id() == steps[0].id());
    CHECK(count(client.iter_log_items(newest->id())) == steps.size());
    if (version == vm::Dialect::v6) {
        throws(bj::ErrorKind::unsupported, [&] { return client.processed_objects(newest->id()); });
    } else {
        CHECK(count(client.iter_processed_objects(newest->id())) == client.processed_objects(newest->id()).size());
    }
}

static void copies(vm::Dialect version)
{
    const std::string id = sim("VEEAM_JOB");
    vm::Client client = client_of(version);
    vm::CreateCopyJob spec;
    spec.backup_job_id = id;
    spec.repository_id = client.repositories()[2].id();
    spec.schedule.kind = "Immediate";
    if (version == vm::Dialect::v8) {
        throws(bj::ErrorKind::invalid_argument, [&] { return client.create_copy_job(spec); });
        spec.organization_id = client.organizations()[0].id();
    }
    const auto made = client.create_copy_job(spec);
    CHECK(client.copy_job_of(id).id() == made.id() && client.backup_job_of(made.id()).id() == id);
    vm::EditCopyJob edit;
    edit.is_enabled = false;
    client.edit_copy_job(made.id(), edit);
    CHECK(client.copy_job(made.id()).is_enabled() == false);
    client.enable_copy_job(made.id());
    CHECK(client.start_copy_job(made.id()).has_value() == (version == vm::Dialect::v8));
    client.stop_copy_job(made.id());
    client.disable_copy_job(made.id());
    CHECK(count(client.iter_copy_jobs()) == client.copy_jobs().size());
    client.delete_copy_job(made.id());
    CHECK(client.copy_jobs().empty());
}

static void restores(vm::Dialect version)
{
    vm::Client client = client_of(version);
    const auto organization = client.organizations()[0];
    vm::ExploreOptions what{"2026-01-15T00:00:00Z", "vex"};
    const auto opened = client.explore_organization(organization.id(), what);
    CHECK(opened && client.restore_session(opened->id()).state() == "Working");
    CHECK(count(client.iter_restore_sessions()) == client.restore_sessions().size());
    CHECK(count(client.iter_restore_session_events(opened->id())) == client.restore_session_events(opened->id()).size());
    client.stop_restore_session(opened->id());
    CHECK(client.restore_session(opened->id()).state() == "Stopped");
    if (version == vm::Dialect::v8) {
        CHECK(client.restore_session_statistics(opened->id()).get() != nullptr);
        CHECK(client.health().status() == "Healthy" && client.health().entries()[0].name() == "nats");
    }
    CHECK(client.service_instance().version().has_value());
    vm::OrganizationQuery wide;
    wide.extended_view = true;
    auto organizations = client.iter_organizations(wide);
    CHECK(organizations.next()->is_backedup() == true);
    CHECK(!client.organization(organization.id(), false).is_backedup());
    CHECK(client.used_repositories(organization.id())[0].repository_id().has_value());
    vm::RepositoryQuery far;
    far.long_term = true;
    CHECK(count(client.iter_repositories(far)) < client.repositories().size());
}

int main()
{
    control("/reset", "");
    detection();
    for (const vm::Dialect version : {vm::Dialect::v6, vm::Dialect::v7, vm::Dialect::v8}) {
        jobs(version);
        sessions(version);
        copies(version);
        restores(version);
    }
    return finish("cpp_veeam");
}
