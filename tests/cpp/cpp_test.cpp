// The C++ header: every operation, the exceptions, ownership, lists, callbacks.
#define _POSIX_C_SOURCE 200809L
#include <backupjobs.hpp>
#include "bkj_test.h"

#include <thread>

namespace bj = backupjobs;
using namespace std::chrono_literals;

static_assert(!std::is_copy_constructible_v<bj::veeam::Client> && std::is_move_constructible_v<bj::veeam::Client>);
static_assert(!std::is_copy_constructible_v<bj::Server> && std::is_move_assignable_v<bj::Server>);
static_assert(!std::is_copy_constructible_v<bj::CancelToken> && std::is_move_constructible_v<bj::CancelToken>);
static_assert(!std::is_copy_constructible_v<bj::teradata::JobRows> && std::is_move_constructible_v<bj::teradata::JobRows>);
static_assert(!std::is_copy_constructible_v<bj::Secret> && !std::is_copy_constructible_v<bj::teradata::TokenFrom>);
static_assert(std::is_nothrow_copy_constructible_v<bj::Error>);
static_assert(std::is_same_v<std::iterator_traits<bj::JobList::iterator>::value_type, bj::Job>);
// Texts of an object that stays are views; of one that goes with the expression, copies.
static_assert(std::is_same_v<decltype(std::declval<bj::Run &>().id()), std::string_view>);
static_assert(std::is_same_v<decltype(std::declval<bj::Started>().run().id()), std::string>);

static bj::ClientOptions options()
{
    bj::ClientOptions options;
    options.ca_file = sim("CA_FILE");
    options.connect_timeout = 5s;
    options.request_timeout = 30s;
    options.retry_attempts = 2;
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

template <class F>
static void throws(bj::ErrorKind kind, F call)
{
    try {
        call();
        CHECK(!"an exception");
    } catch (const bj::Error &error) {
        if (error.kind() != kind) {
            checks_failed++;
            fprintf(stderr, "not the expected kind: %s\n", error.what());
        }
        CHECK(std::string(error.what()).find("C4nary") == std::string::npos);
        CHECK(error.detail().find("C4nary") == std::string::npos);
    }
}

static bj::veeam::Client veeam_client(bj::veeam::Dialect version)
{
    return {sim("VEEAM_URL"), version, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), options()};
}

static void veeam()
{
    const std::string id = sim("VEEAM_JOB");
    bj::veeam::Client client = veeam_client(bj::veeam::Dialect::v6);
    CHECK(client.dialect() == bj::veeam::Dialect::v6);
    client.login();
    client.disable_job(id);
    client.enable_job(id);
    client.start_job(id, true);
    control("/clock", "{\"advance_s\":2}");
    const bj::veeam::Job job = client.job(id);
    CHECK(job.id() == id && job.is_enabled() == true);
    CHECK(job.last_status() == "Running" && job.last_status_code() == BKJ_VEEAM_JOB_STATUS_RUNNING);
    CHECK(job.last_run().has_value() && job.last_run_raw().has_value());
    CHECK(job.schedule_policy()->kind().has_value());
    CHECK(job.links()->id("self") == id && !job.links()->href("nowhere"));
    CHECK(job.extra_json()[0] == '{');
    client.stop_job(id);

    // Elements outlive the list they come from.
    std::vector<bj::veeam::Job> kept;
    for (const auto &one : client.jobs()) {
        kept.push_back(one);
    }
    CHECK(kept.size() == client.jobs().size() && !kept.back().id().empty());
    const auto session = client.job_sessions(id, 1)[0];
    CHECK(session.status() == "Stopped" && session.job_id() == id);
    CHECK(client.job_session(session.id()).progress().has_value());
    CHECK(session.statistics().has_value());
    CHECK(client.all_job_sessions(3).size() <= 3);
    try {
        static_cast<void>(client.jobs()[kept.size()]);
        CHECK(!"an exception");
    } catch (const std::out_of_range &) {
    }

    bj::veeam::ExploreOptions explore{"2026-01-14 10:54:40.279", "vex", true, {}};
    CHECK(client.explore_job(id, explore)->explorer() == "vex");
    CHECK(!veeam_client(bj::veeam::Dialect::v5).explore_job(id, explore));

    CHECK(!client.organizations().empty());
    CHECK(client.organization(client.organizations()[0].id()).name().has_value());
    std::string target;
    for (const auto &repository : client.repositories()) {
        target = repository.is_long_term().value_or(false) ? repository.id() : target;
    }
    CHECK(client.repository(target).capacity_bytes().has_value());
    bj::veeam::CreateCopyJob spec;
    spec.backup_job_id = id;
    spec.repository_id = target;
    spec.schedule.kind = "Immediate";
    spec.schedule.window = std::vector<bool>(168, true);
    const auto made = client.create_copy_job(spec);
    CHECK(client.copy_job(made.id()).schedule_policy()->backup_copy_window_settings()->backup_window().size() == 168);
    CHECK(client.copy_jobs().size() >= 1);
    spec.schedule.window->pop_back();
    throws(bj::ErrorKind::invalid_argument, [&] { return client.create_copy_job(spec); });
    throws(bj::ErrorKind::unsupported, [&] { return veeam_client(bj::veeam::Dialect::v2).copy_jobs(); });

    bj::veeam::Client moved = std::move(client);
    moved.close();
    throws(bj::ErrorKind::closed, [&] { return moved.jobs(); });
}

static void teradata()
{
    const std::string id = sim("TERADATA_JOB");
    bj::teradata::Client client(sim("TERADATA_URL"), sim("TERADATA_SITE_ID"), sim("TERADATA_TOKEN"), options());
    CHECK(client.site_id() == sim("TERADATA_SITE_ID"));
    bj::teradata::JobQuery query;
    query.job_type = "BACKUP";
    query.page = 1;
    query.page_size = 2;
    CHECK(client.jobs(query).size() == 2 && client.jobs().size() > 2);
    std::size_t rows = 0;
    bj::teradata::JobQuery small;
    small.page_size = 3;
    for (const auto &row : client.iter_jobs(small)) {
        rows += row.job_id().empty() ? 0 : 1;
    }
    CHECK(rows == client.jobs().size());
    auto few = client.iter_jobs(small);
    CHECK(few.next()->job_id() == client.jobs()[0].job_id());
    const auto job = client.job(id);
    CHECK(job.job_id() == id && !job.job_settings()->objects().empty());
    CHECK(job.job_settings()->objects()[0].object_name().has_value());
    const std::string execution = client.execute(id, "FULL");
    bool listed = false;
    for (const auto &row : client.job_executions(id)) {
        listed = listed || row.execution_id() == execution;
    }
    CHECK(listed && client.site_executions().size() > 0);

    int asked = 0;
    bj::teradata::Client asking(sim("TERADATA_URL"), sim("TERADATA_SITE_ID"),
                                [&asked] { return asked++, std::string(sim("TERADATA_TOKEN")); }, options());
    asking.login();
    CHECK(asking.job(id).job_id() == id && asked == 1);
    bj::teradata::Client sealed(sim("TERADATA_URL"), sim("TERADATA_SITE_ID"),
                                []() -> std::string { throw std::runtime_error("the vault is sealed"); }, options());
    try {
        sealed.login();
        CHECK(!"an exception");
    } catch (const bj::Error &error) {
        CHECK_HAS(error.what(), "the vault is sealed");
    }
}

static bj::teradata::TokenFrom signed_here()
{
    return bj::teradata::TokenFrom::lake_jwt(sim("TERADATA_PERSONAL_ACCESS_TOKEN"), sim("TERADATA_PRIVATE_KEY"),
                                             sim("TERADATA_KEY_NAME"), sim("TERADATA_USERNAME"),
                                             sim("TERADATA_ORGANIZATION"));
}

static void teradata_restores()
{
    bj::teradata::Client client(sim("TERADATA_URL"), sim("TERADATA_SITE_ID"), sim("TERADATA_TOKEN"), options());
    throws(bj::ErrorKind::conflict, [&] { return client.backup_objects("71", "905"); });
    CHECK(!client.prepare_objects("71", "905").empty());
    CHECK(client.objects_preparation().phase() == bj::Phase::running && !client.objects_preparation().outcome());
    control("/clock", "{\"advance_s\":30}");
    CHECK(client.objects_preparation().outcome() == bj::Outcome::success);
    const auto objects = client.backup_objects("71", "905");
    CHECK(objects.size() == 12 && objects[0].object_name() == "SALES" && *objects[0].byte_count() > 0);
    CHECK(client.iter_backup_objects("71", "905").next()->object_name() == "SALES");
    bj::teradata::RestoreRequest request;
    request.name = "rollback";
    request.target_site = client.site_id();
    request.username = sim("TERADATA_USERNAME");
    request.password = "wrong";
    throws(bj::ErrorKind::invalid_argument, [&] { return client.create_restore("71", "905", request); });
    bj::teradata::Selection renamed("SALES");
    renamed.rename_to = "SALES_OLD";
    renamed.exclude = {{"SALES_TMP", "DATABASE"}};
    request.objects = {renamed, objects[1]};
    throws(bj::ErrorKind::unauthenticated, [&] { return client.create_restore("71", "905", request); });
    request.password = sim("TERADATA_PASSWORD");
    const auto id = client.create_restore("71", "905", request);
    CHECK(id.has_value());
    const auto restore = client.restore("71", "905", *id);
    CHECK(restore.execution_name() == "rollback" && restore.phase() == bj::Phase::running && !restore.outcome());
    CHECK(client.execution_restores("71", "905").size() == 1 && client.site_restores().size() == 2);
    CHECK(client.iter_site_restores().next()->execution_id() == *id);
    CHECK(client.iter_execution_restores("71", "905").next()->execution_id() == *id);
    CHECK(client.iter_site_executions().next() && client.iter_job_executions("71").next());
    CHECK(client.restore_permissions().permitted() == true);
    CHECK(client.restore_permissions({{"somebody", "wrong"}}, "{\"objects\":[]}").permitted() == false);
    CHECK(client.databases().size() == 13 && client.iter_databases().next()->name() == "AUDIT");
}

static void teradata_sources()
{
    using From = bj::teradata::TokenFrom;
    const std::string id = sim("TERADATA_JOB"), url = sim("TERADATA_URL");
    for (const From &source :
         {From::command({"printf", "%s", sim("TERADATA_TOKEN")}), From::basic(sim("TERADATA_USERNAME"), sim("TERADATA_PASSWORD")),
          From::client_credentials(url + sim("TERADATA_TOKEN_PATH"), sim("TERADATA_CLIENT_ID"), sim("TERADATA_CLIENT_SECRET"))}) {
        const bj::teradata::Client client(url, sim("TERADATA_SITE_ID"), source, options());
        CHECK(client.job(id).job_id() == id && client.dialect() == bj::teradata::Dialect::enterprise);
    }
    From source = signed_here();
    source.set_organization_claim(BKJ_TERADATA_ORGANIZATION_CLAIM_ORG_ID);
    source.set_lifetime(std::chrono::minutes(2));
    const auto lake = bj::teradata::Client::lake(url, sim("TERADATA_ACCOUNT_ID"), source, false, options());
    CHECK(lake.dialect() == bj::teradata::Dialect::lake && lake.account_id() == sim("TERADATA_ACCOUNT_ID"));
    CHECK(lake.job(id).job_id() == id && !lake.server().supports(bj::Verb::start));
    throws(bj::ErrorKind::unsupported, [&] { return lake.site_executions(); });
    const auto bold = bj::teradata::Client::lake(url, sim("TERADATA_ACCOUNT_ID"), source, true, options());
    CHECK(bold.site_executions().size() > 0);
    throws(bj::ErrorKind::unsupported, [&] { return bold.databases(); });
    throws(bj::ErrorKind::config, [&] { return bj::teradata::Client(url, "S", From::command({}), options()); });
}

static void vcenter()
{
    bj::vcenter::Client client(sim("VCENTER_URL"), sim("VCENTER_USERNAME"), sim("VCENTER_PASSWORD"), options());
    client.login();
    CHECK(client.session().user() == sim("VCENTER_USERNAME") && client.session().created_time().has_value());
    bj::vcenter::BackupRequest request;
    request.location_type = "SFTP";
    request.location = "sftp://nas.example/vc";
    request.backup_password = "Encrypt-1!";
    request.parts = {"seat"};
    const auto made = client.create_backup_job(request);
    CHECK(client.backup_jobs().at(0) == made.id());
    const auto status = client.backup_job(made.id());
    CHECK(status.state() == "INPROGRESS" && !status.messages().empty());
    CHECK(status.messages()[0].default_message().has_value() && status.messages()[0].args().size() < 100);
    CHECK(client.cancel_backup_job(made.id()).status() == "OK");
    request.backup_password = "C4nary";
    throws(bj::ErrorKind::invalid_argument, [&] { return client.create_backup_job(request); });
    CHECK(!client.server().supports(bj::Verb::start));
    request.backup_password = std::nullopt;

    // The common model, all the way.
    const bj::Server server = client.server(request);
    CHECK(server.system() == bj::System::vcenter && bj::name(server.system()) == "vcenter");
    control("/clock", "{\"per_request_s\":5}");
    const bj::Started started = server.start(bj::vcenter::appliance_backup);
    CHECK(started.origin() == bj::Origin::ours && started.run().is_active() && !started.run().outcome());
    CHECK(bj::Verdict(started.run()).level() == bj::Level::unknown);
    int calls = 0;
    const bj::Run run = server.wait(bj::vcenter::appliance_backup, started.run().id(), hasty_wait(),
                                    [&calls](const bj::Progress &told) {
                                        calls++;
                                        CHECK(told.run()->percent().has_value() && !told.trouble());
                                    });
    CHECK(calls > 2 && run.outcome() == bj::Outcome::success && run.ended() > run.started());
    const bj::Verdict verdict(run, bj::Policy{true});
    CHECK(verdict.level() == bj::Level::ok && verdict.reason().find(run.id()) != std::string::npos);
    CHECK(server.runs(bj::vcenter::appliance_backup, 1)[0].id() == run.id());
    CHECK(server.job(bj::vcenter::appliance_backup).last_run().has_value() && server.jobs().size() == 1);
    throws(bj::ErrorKind::unsupported, [&] { return server.enable(bj::vcenter::appliance_backup); });
}

static void vcenter_nouns(bj::vcenter::Dialect dialect)
{
    control("/reset", "");
    control("/knobs", "{\"vcenter.version\":\"8.0.3\"}");
    const std::string place = "sftp://backup.example.net/vcsa", system = "sn_vc01.example.net";
    const bj::vcenter::Client client(sim("VCENTER_URL"), dialect, std::nullopt, sim("VCENTER_USERNAME"),
                                     sim("VCENTER_PASSWORD"), options());
    CHECK(client.dialect() == dialect);

    const auto details = client.backup_details({"20260112-230000-13010631"});
    CHECK(details.size() == 1 && details[0].status() == "FAILED" && details[0].kind() == "SCHEDULED");
    CHECK(details[0].build()->build_number() == "13010631" && !details[0].error() && !details[0].fast_backup());
    CHECK(client.backup_details().size() == 3 && client.backup_details()[0].progress()->completed() == 100);
    CHECK(client.parts()[1].optional() == true && client.part_size("seat") == 412 && client.recovery_supported());
    bj::vcenter::BackupRequest backup;
    backup.location_type = "SFTP";
    backup.location = place;
    backup.fast_backup = true;
    CHECK(client.validate_backup(backup).status() == "OK");

    bj::vcenter::ScheduleSpec spec;
    spec.location = place;
    spec.backup_password = "Encrypt-1!";
    spec.recurrence_info = bj::vcenter::NewRecurrenceInfo{3, 30, {"SUNDAY"}, {}};
    spec.retention_info = bj::vcenter::NewRetentionInfo{4, {}};
    client.create_schedule("weekly", spec);
    bj::vcenter::ScheduleUpdate update;
    throws(bj::ErrorKind::invalid_argument, [&] { return client.update_schedule("weekly", update); });
    update.enable = false;
    client.update_schedule("weekly", update);
    const auto made = client.schedule("weekly");
    CHECK(made.enable() == false && made.retention_info()->max_count() == 4);
    CHECK(made.recurrence_info()->hour() == 3 && made.recurrence_info()->days().at(0) == "SUNDAY");
    CHECK(client.schedules().size() == 2);
    client.delete_schedule("weekly");
    throws(bj::ErrorKind::not_found, [&] { return client.schedule("weekly"); });

    bj::vcenter::Location at;
    at.location = place;
    at.location_password = "C4nary place";
    CHECK(client.system_names(at).at(0) == system);
    bj::vcenter::ArchiveQuery query;
    query.max_results = 1;
    const auto archives = client.archives(system, at, query);
    CHECK(archives.size() == 1 && archives[0].timestamp().has_value());
    CHECK(client.archive(system, archives[0].archive(), at).parts().size() == 2);
    at.location = "sftp://nowhere";
    throws(bj::ErrorKind::not_found, [&] { return client.system_names(at); });

    bj::vcenter::RestoreRequest restore;
    restore.location_type = "SFTP";
    restore.location = place + "/vCenter/" + system + "/" + archives[0].archive();
    const auto found = client.validate_restore(restore);
    CHECK(found.applicable() == false && found.messages().size() == 1);
    CHECK(client.run_schedule("default", "by hand").state() == "INPROGRESS");
}

static void vcenter_dialects()
{
    CHECK(bj::vcenter::detect(sim("VCENTER_URL"), options()) == bj::vcenter::Dialect::rest);
    vcenter_nouns(bj::vcenter::Dialect::rest);
    vcenter_nouns(bj::vcenter::Dialect::api);
    CHECK(bj::vcenter::detect(sim("VCENTER_URL"), options()) == bj::vcenter::Dialect::api);
    throws(bj::ErrorKind::unsupported, [] { return bj::vcenter::detect(sim("TERADATA_URL"), options()); });
    control("/reset", "");
}

static void waiting()
{
    control("/reset", "");
    control("/script", "{\"system\":\"veeam\",\"job\":\"3396ba22-21b1-4666-a631-0edfc12a59cd\",\"outcome\":\"hang\"}");
    const std::string job = "3396ba22-21b1-4666-a631-0edfc12a59cd";
    const bj::Server server = veeam_client(bj::veeam::Dialect::v6).server();
    const bj::Started started = server.start(job);
    const std::string id = started.run().id();

    // Whatever a callback throws comes out.
    try {
        static_cast<void>(server.wait(job, id, hasty_wait(), [](const bj::Progress &told) {
            if (told.polls() == 2) {
                throw std::logic_error("from the callback");
            }
        }));
        CHECK(!"an exception");
    } catch (const std::logic_error &thrown) {
        CHECK_TEXT(thrown.what(), "from the callback");
    }
    throws(bj::ErrorKind::cancelled,
           [&] { return server.wait(job, id, hasty_wait(), [](const bj::Progress &told) { return told.polls() < 3; }); });

    const bj::CancelToken token;
    const bj::Server cancellable = server.with_cancel(token);
    std::thread other([&token] {
        std::this_thread::sleep_for(100ms);
        token.cancel();
    });
    throws(bj::ErrorKind::cancelled, [&] { return cancellable.wait(job, id); });
    other.join();
    CHECK(token.is_cancelled());

    int asked = 0;
    const bj::CancelToken probing = bj::CancelToken().with_probe([&asked] { return ++asked > 2; });
    throws(bj::ErrorKind::cancelled, [&] { return server.with_cancel(probing).wait(job, id); });

    bj::StartOptions fail;
    fail.if_running = bj::IfRunning::fail;
    throws(bj::ErrorKind::already_running, [&] { return server.start(job, fail); });
    bj::WaitOptions brief = hasty_wait();
    brief.deadline = 30ms;
    throws(bj::ErrorKind::deadline, [&] { return server.wait(job, id, brief); });
    server.stop(job);
    CHECK(server.run(job, id).outcome() == bj::Outcome::stopped);
    server.disable(job);
    server.enable(job);
}

static void errors()
{
    bj::ClientOptions none;
    none.retry_attempts = 1;
    try {
        bj::veeam::Client("https://127.0.0.1:1", bj::veeam::Dialect::v6, "user", "C4nary", none).login();
        CHECK(!"an exception");
    } catch (const bj::Error &error) {
        CHECK(error.kind() == bj::ErrorKind::unreachable && error.kind_name() == "unreachable");
        CHECK(error.operation() == "veeam.login" && error.server() == "https://127.0.0.1:1");
        CHECK(!error.message().empty() && !error.remedy().empty() && error.is_retryable());
        CHECK(!error.http_status() && !error.vendor_code() && !error.vendor_message() && !error.retry_after());
        CHECK(!error.may_have_taken_effect());
        const bj::Error copy = error;
        CHECK(std::string(copy.what()) == error.what());
    }
    bj::ClientOptions pinned;
    pinned.pin = sim("LEAF_SHA256");
    bj::veeam::Client(sim("VEEAM_URL"), bj::veeam::Dialect::v2, sim("VEEAM_USERNAME"), sim("VEEAM_PASSWORD"), pinned).login();
    pinned.pin = "short";
    throws(bj::ErrorKind::config, [&] { return bj::vcenter::Client("https://h", "user", "C4nary", pinned); });
    throws(bj::ErrorKind::config, [&] { return bj::vcenter::Client("no scheme", "user", "C4nary"); });
    throws(bj::ErrorKind::invalid_argument, [&] { return bj::vcenter::Client("https://h", "user", "C4nary\xff"); });
}

int main()
{
    control("/reset", "");
    veeam();
    teradata();
    vcenter_dialects();
    teradata_restores();
    teradata_sources();
    vcenter();
    waiting();
    errors();
    return finish("cpp");
}
