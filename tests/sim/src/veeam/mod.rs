//! Veeam Backup for Microsoft 365: the REST versions v2, v5 and v6 on one listener, over one state.

mod actions;
mod auth;
#[cfg(test)]
mod bench;
mod body;
mod copy_jobs;
mod error;
mod explore;
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
use route::Route;
use serde_json::{Value, json};
use version::{Version, View};

/// The whole product: accounts, organization, repositories, jobs and what they did.
#[derive(Debug)]
pub struct State {
    tokens: auth::Tokens,
    organization: organizations::Organization,
    repositories: Vec<repositories::Repository>,
    jobs: Vec<jobs::Job>,
    copy_jobs: Vec<copy_jobs::CopyJob>,
    runs: Vec<runs::Run>,
    restore_sessions: Vec<restore_sessions::RestoreSession>,
    next_run: u64,
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
        let methods = route.methods();
        if !methods.contains(&req.method.as_str()) {
            return Err(Response::empty(405).with_header("allow", &methods.join(", ")));
        }
        let view = View { version, ctx: *ctx };
        if route == Route::Token {
            return self.tokens.answer(&view, req);
        }
        if !self.tokens.admit(ctx.now, req) {
            return Err(auth::unauthorized(version, ctx));
        }
        if !route.well_formed() {
            let status = ctx.knobs.number("veeam.bad_id_status");
            return Err(refuse_as(status, "The ID in the request URL is not valid."));
        }
        self.resource(&view, req, &route)
    }

    fn resource(&mut self, view: &View<'_>, req: &Request, route: &Route) -> Answer {
        match route {
            Route::Token => self.tokens.answer(view, req),
            Route::ServiceInstance => Ok(ok(&json!({
                "installationId": seed::INSTALLATION, "version": seed::BUILD,
            }))),
            Route::Jobs => self.list_jobs(view),
            Route::Job(id) => self.get_job(view, id),
            Route::JobAction(id) => self.job_action(view, req, id),
            Route::JobVerb(id, verb) => self.job_verb(view, req, id, *verb),
            Route::JobExplore(id) => self.job_explore(view, req, id),
            Route::JobRuns(id) => {
                self.find_job(id)?;
                self.list_runs(view, req, Some(id))
            }
            Route::JobCopyJob(id) => self.get_job_copy(view, id),
            Route::Runs => self.list_runs(view, req, None),
            Route::Run(id) => self.get_run(view, id),
            Route::RunLog(id) => self.list_log(view, req, id),
            Route::RestoreSessions => self.list_restore_sessions(view, req),
            Route::RestoreSession(id) => self.get_restore_session(view, id),
            Route::RestoreAction(id) => self.restore_action(view, req, id),
            Route::RestoreStop(id) => self.restore_stop(view, req, id),
            Route::Organizations => self.list_organizations(view, req),
            Route::Organization(id) => self.get_organization(view, req, id),
            Route::OrganizationJobs(id) => self.list_organization_jobs(view, id),
            Route::Repositories => self.list_repositories(view, req),
            Route::Repository(id) => self.get_repository(view, id),
            Route::CopyJobs if req.method == "POST" => self.create_copy_job(view, req),
            Route::CopyJobs => self.list_copy_jobs(view, req),
            Route::CopyJob(id) => self.get_copy_job(view, id),
            Route::CopyJobSource(id) => self.get_copy_source(view, id),
        }
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
        self.advance(ctx.now);
    }

    fn handle(&mut self, ctx: &Ctx<'_>, req: &Request) -> Response {
        self.answer(ctx, req).unwrap_or_else(|refusal| refusal)
    }

    fn script(&mut self, job: &str, script: Script) -> Result<(), String> {
        let at = self.named(job)?;
        if script.outcome.is_empty() {
            return Err("outcome must not be empty".into());
        }
        if let Some(job) = self.jobs.get_mut(at) {
            job.scripts.push_back(script);
        }
        Ok(())
    }

    fn run(&mut self, ctx: &Ctx<'_>, job: &str) -> Result<Value, String> {
        let at = self.named(job)?;
        let id = self.jobs.get(at).map(|j| j.id.clone()).unwrap_or_default();
        if self.unfinished(&id).is_some() {
            return Err(format!("job '{job}' is already running"));
        }
        Ok(self.begin(ctx, at, "scheduler", None))
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

    fn access(&self) -> Value {
        seed::access(self)
    }
}

#[cfg(test)]
mod tests {
    use super::bench::{Bench, MAIL};
    use serde_json::json;

    #[test]
    fn an_unserved_version_is_404_before_the_token() {
        let mut bench = Bench::new();
        for path in ["/v7/Jobs", "/v3/Jobs", "/", "", "/v6", "/v6/Nothing", "/v5/ServiceInstance", "/v5//Jobs"] {
            let got = bench.send("GET", path, "", "", None);
            assert_eq!((got.status, got.body.len()), (404, 0), "{path}");
        }
        assert_eq!(bench.send("GET", "/v6/ServiceInstance", "", "", None).status, 401);
        assert_eq!(bench.get("/V6/serviceINSTANCE/")["version"], "6.0.0.367");
        bench.knob("veeam.versions", json!(["v5"]));
        assert_eq!(bench.send("GET", "/v6/ServiceInstance", "", "", None).status, 404);
        assert_eq!(bench.send("POST", "/v6/token", "", "", None).status, 404);
        assert_eq!(bench.send("GET", "/v5/Jobs", "", "", None).status, 401);
    }

    #[test]
    fn a_wrong_method_is_405_and_says_which_are_right() {
        let mut bench = Bench::new();
        for (method, path, allow) in
            [("DELETE", "/v6/CopyJobs", "GET, POST"), ("GET", "/v6/token", "POST"), ("POST", "/v5/Jobs", "GET")]
        {
            let got = bench.send(method, path, "", "", None);
            assert_eq!((got.status, &got.headers[0].1), (405, &allow.to_owned()));
        }
    }

    #[test]
    fn the_control_side_knows_jobs_by_id_and_name() {
        let mut bench = Bench::new();
        assert_eq!(bench.run("Contoso mail").map(|r| r["job"].clone()), Ok(json!(MAIL)));
        assert_eq!(bench.run("nobody"), Err("no job 'nobody'".to_owned()));
    }
}
