//! Veeam Backup for Microsoft 365: the REST versions v2 to v8 on one listener, over one state.

mod actions;
mod auth;
#[cfg(test)]
mod bench;
mod body;
mod chain;
mod copy_jobs;
mod copy_wish;
mod error;
mod explore;
mod fidelity;
mod items;
mod job_wish;
mod jobs;
pub mod knobs;
mod log_items;
mod organizations;
mod page;
mod repositories;
mod restore_sessions;
mod route;
mod runs;
mod schedule;
mod seed;
mod sessions;
mod version;
mod when;

use crate::http::{Request, Response};
use crate::vendor::{Ctx, Script, Vendor};
use error::{Answer, ok, refuse_as};
use route::{Operation, Route};
use serde_json::{Value, json};
use version::{Version, View};

/// The whole product: accounts, organizations, repositories, jobs and what they did.
#[derive(Debug)]
pub struct State {
    tokens: auth::Tokens,
    organizations: Vec<organizations::Organization>,
    repositories: Vec<repositories::Repository>,
    jobs: Vec<jobs::Job>,
    copy_jobs: Vec<copy_jobs::CopyJob>,
    runs: Vec<runs::Run>,
    restore_sessions: Vec<restore_sessions::RestoreSession>,
    next_run: u64,
    next_job: u64,
    next_copy_job: u64,
}

impl State {
    /// The world as it is at the start.
    #[must_use]
    pub fn new() -> Self {
        seed::world()
    }

    /// Version, route and method come before the token: whether a version is served can be seen without one.
    fn answer(&mut self, ctx: &Ctx<'_>, req: &Request) -> Answer {
        let path = req.path.to_ascii_lowercase();
        let mut segments: Vec<&str> = path.strip_prefix('/').unwrap_or(&path).split('/').collect();
        if segments.len() > 1 && segments.last() == Some(&"") {
            segments.pop();
        }
        let nowhere = || Response::empty(404);
        let (word, rest) = segments.split_first().ok_or_else(nowhere)?;
        let version = Version::served(word, ctx).ok_or_else(nowhere)?;
        let route = Route::of(version, rest, ctx.knobs.on("veeam.action_v6")).ok_or_else(nowhere)?;
        let Some(operation) = route.operation(&req.method) else {
            let methods: Vec<&str> = route.operations.iter().map(|(method, _)| *method).collect();
            return Err(Response::empty(405).with_header("allow", &methods.join(", ")));
        };
        let view = View { version, ctx: *ctx };
        self.admitted(&view, req, &route, operation).map_err(|failure| error::as_of(version, failure))
    }

    fn admitted(&mut self, view: &View<'_>, req: &Request, route: &Route, operation: Operation) -> Answer {
        if operation == Operation::Token {
            return self.tokens.answer(view, req);
        }
        if !self.tokens.admit(&view.ctx, req) {
            return Err(auth::unauthorized(view.version, &view.ctx));
        }
        if !route.well_formed() {
            let status = view.ctx.knobs.number("veeam.bad_id_status");
            return Err(refuse_as(status, "The ID in the request URL is not valid."));
        }
        self.perform_operation(view, req, route, operation)
    }

    fn perform_operation(&mut self, view: &View<'_>, req: &Request, route: &Route, operation: Operation) -> Answer {
        use Operation as O;
        let id = route.id();
        match operation {
            O::Token => self.tokens.answer(view, req),
            O::Logout => self.tokens.logout(view, req),
            O::AuthCode => self.tokens.auth_code(view),
            O::ServiceInstance => Ok(ok(&json!({
                "installationId": seed::INSTALLATION, "version": Version::product(&view.ctx),
            }))),
            O::Health => Ok(ok(&health(view))),
            O::ListJobs => self.list_jobs(view, req, None),
            O::CreateJob => self.create_job(view, req, None),
            O::GetJob => self.get_job(view, id),
            O::EditJob => self.edit_job(view, req, id),
            O::DeleteJob => self.delete_job(view, id),
            O::JobAction => self.job_action(view, req, id),
            O::JobVerb(verb) => self.job_verb(view, req, id, verb),
            O::ExploreJob => self.explore_job_endpoint(view, req, id),
            O::ListItems(which) => self.list_items(view, req, id, which),
            O::ListJobRuns => {
                self.find_job(id)?;
                self.list_runs(view, req, Some(id))
            }
            O::GetJobCopy => self.get_job_copy(view, id),
            O::ListRuns => self.list_runs(view, req, None),
            O::GetRun => self.get_run(view, id),
            O::ListLog => self.list_log(view, req, id),
            O::GetLogItem => self.get_log_item(view, id, route.item()),
            O::ListObjects => self.list_objects(view, req, id),
            O::ListCopyJobs => self.list_copy_jobs(view, req),
            O::CreateCopyJob => self.create_copy_job(view, req),
            O::GetCopyJob => self.get_copy_job(view, id),
            O::EditCopyJob => self.edit_copy_job(view, req, id),
            O::DeleteCopyJob => self.delete_copy_job(view, id),
            O::CopyVerb(verb) => self.copy_verb(view, req, id, verb),
            O::GetCopySource => self.get_copy_source(view, id),
            O::ListRestoreSessions => self.list_restore_sessions(view, req),
            O::GetRestoreSession => self.get_restore_session(view, id),
            O::RestoreAction => self.restore_action(view, req, id),
            O::RestoreStop => self.restore_stop(view, req, id),
            O::GetRestoreOrganization => self.get_restore_organization(view, id),
            O::ListRestoreEvents => self.list_restore_events(view, req, id),
            O::GetRestoreStatistics => self.get_restore_statistics(view, id),
            O::ListOrganizations => self.list_organizations(view, req),
            O::GetOrganization => self.get_organization(view, req, id),
            O::ListOrganizationJobs => self.list_organization_jobs(view, req, id),
            O::CreateOrganizationJob => self.create_job(view, req, Some(id)),
            O::OrganizationAction => self.organization_action(view, req, id),
            O::ExploreOrganization => self.explore_organization(view, req, id),
            O::ListUsedRepositories => self.list_used_repositories(view, req, id),
            O::ListRepositories => self.list_repositories(view, req),
            O::GetRepository => self.get_repository(view, id),
            O::ExploreRepository => self.explore_repository(view, req, id),
        }
    }

    /// Index of a copy job by id or name, for the control port.
    fn named_copy(&self, job: &str) -> Option<usize> {
        self.copy_jobs.iter().position(|c| c.id.eq_ignore_ascii_case(job) || c.name == job)
    }

    /// Index of a job by id or name, for the control port.
    fn named(&self, job: &str) -> Result<usize, String> {
        self.jobs
            .iter()
            .position(|j| j.id.eq_ignore_ascii_case(job) || j.name == job)
            .ok_or_else(|| format!("no job '{job}'"))
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}

impl Vendor for State {
    fn name(&self) -> &'static str {
        "veeam"
    }

    fn tick(&mut self, ctx: &Ctx<'_>) {
        self.tokens.tick(ctx.now);
        self.advance(ctx);
    }

    fn handle(&mut self, ctx: &Ctx<'_>, req: &Request) -> Response {
        self.answer(ctx, req).unwrap_or_else(|refusal| refusal)
    }

    fn script(&mut self, job: &str, script: Script) -> Result<(), String> {
        if script.outcome.is_empty() {
            return Err("outcome must not be empty".into());
        }
        let scripts = match self.named_copy(job) {
            Some(at) => self.copy_jobs.get_mut(at).map(|copy| &mut copy.scripts),
            None => {
                let at = self.named(job)?;
                self.jobs.get_mut(at).map(|job| &mut job.scripts)
            }
        };
        if let Some(scripts) = scripts {
            scripts.push_back(script);
        }
        Ok(())
    }

    fn run(&mut self, ctx: &Ctx<'_>, job: &str) -> Result<Value, String> {
        let copy = self.named_copy(job);
        let id = match copy {
            Some(at) => self.copy_jobs.get(at).map(|c| c.id.clone()),
            None => {
                let at = self.named(job)?;
                self.jobs.get(at).map(|j| j.id.clone())
            }
        };
        if self.unfinished(&id.unwrap_or_default()).is_some() {
            return Err(format!("job '{job}' is already running"));
        }
        Ok(match copy {
            Some(at) => self.begin_copy(ctx, at, "scheduler"),
            None => {
                let at = self.named(job)?;
                self.begin(ctx, at, "scheduler", None)
            }
        })
    }

    fn revoke(&mut self) {
        self.tokens.revoke();
    }

    fn truth(&self) -> Value {
        json!({
            "jobs": self.jobs_truth(),
            "runs": self.runs.iter().map(runs::Run::truth).collect::<Vec<_>>(),
            "copy_jobs": self.copy_truth(),
            "restore_sessions": self.restore_truth(),
            "tokens": self.tokens.truth(),
        })
    }

    fn operations(&self) -> &'static [crate::fidelity::Operation] {
        fidelity::OPERATIONS
    }

    fn access(&self) -> Value {
        seed::access(self)
    }
}

/// `GET /Health`, from v8 on: the message bus that the product's services speak over.
fn health(view: &View<'_>) -> Value {
    let status = view.ctx.knobs.text("veeam.health");
    let description = if status == "Healthy" { "Connected" } else { "Not connected" };
    json!({ "status": status, "entries": { "nats": { "status": status, "description": description } } })
}

#[cfg(test)]
mod tests {
    use super::bench::{Bench, MAIL};
    use serde_json::json;

    #[test]
    fn an_unserved_version_is_404_before_the_token() {
        let mut bench = Bench::new();
        for path in
            ["/v1/Jobs", "/v9/Jobs", "/", "", "/v6", "/v6/Nothing", "/v5/ServiceInstance", "/v5//Jobs", "/v7/Health"]
        {
            let got = bench.send("GET", path, "", "", None);
            assert_eq!((got.status, got.body.len()), (404, 0), "{path}");
        }
        assert_eq!(bench.send("GET", "/v6/ServiceInstance", "", "", None).status, 401);
        assert_eq!(bench.get("/V6/serviceINSTANCE/")["version"], "8.0.2.159");
        bench.knob("veeam.versions", json!(["v5", "v6"]));
        assert_eq!(bench.get("/v6/ServiceInstance")["version"], "6.0.0.367");
        for version in ["v7", "v8"] {
            assert_eq!(bench.send("GET", &format!("/{version}/ServiceInstance"), "", "", None).status, 404);
        }
        bench.knob("veeam.versions", json!(["v5"]));
        assert_eq!(bench.send("GET", "/v6/ServiceInstance", "", "", None).status, 404);
        assert_eq!(bench.send("POST", "/v6/token", "", "", None).status, 404);
        assert_eq!(bench.send("GET", "/v5/Jobs", "", "", None).status, 401);
    }

    #[test]
    fn a_wrong_method_is_405_and_says_which_are_right() {
        let mut bench = Bench::new();
        for (method, path, allow) in [
            ("DELETE", "/v6/CopyJobs", "GET, POST"),
            ("GET", "/v6/token", "POST"),
            ("POST", "/v5/Jobs", "GET"),
            ("PATCH", "/v8/Jobs/x", "GET, PUT, DELETE"),
        ] {
            let got = bench.send(method, path, "", "", None);
            assert_eq!((got.status, &got.headers[0].1), (405, &allow.to_owned()));
        }
    }

    #[test]
    fn v8_tells_its_health() {
        let mut bench = Bench::new();
        assert_eq!(bench.get("/v8/Health")["status"], "Healthy");
        bench.knob("veeam.health", json!("Unhealthy"));
        assert_eq!(bench.get("/v8/Health")["entries"]["nats"]["status"], "Unhealthy");
    }

    #[test]
    fn the_control_side_knows_jobs_by_id_and_name() {
        let mut bench = Bench::new();
        assert_eq!(bench.run("Contoso mail").map(|r| r["job"].clone()), Ok(json!(MAIL)));
        assert_eq!(bench.run("nobody"), Err("no job 'nobody'".to_owned()));
    }
}
