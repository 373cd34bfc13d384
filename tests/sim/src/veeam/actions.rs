//! Starting, stopping, enabling and disabling jobs and copy jobs, in the ways the versions have for it.

use super::State;
use super::body::{Members, no_body};
use super::error::{Answer, bad, conflict, empty_ok, ok};
use super::route::Verb;
use super::version::{Version, View};
use super::when;
use crate::http::{Request, Response};

impl State {
    /// `POST /Jobs/{id}/Action`, up to v5
    /// (<https://helpcenter.veeam.com/archive/vbo365/50/rest/post_jobs_id_action.html>).
    pub(super) fn job_action(&mut self, view: &View<'_>, req: &Request, id: &str) -> Answer {
        let at = self.find_job(id)?;
        let Some((name, value)) = Members::of_request(req)?.only() else {
            return Err(bad("The request body must contain exactly one action."));
        };
        if name == "explore" {
            // v2 explores organizations only.
            if view.version == Version::V2 {
                return Err(bad("The action 'explore' is not supported for backup jobs."));
            }
            return self.explore_job(view, at, Members::of(value, "explore")?);
        }
        let verb = Verb::of(&name).ok_or_else(|| bad(&format!("The action '{name}' is not known.")))?;
        if !value.is_null() {
            return Err(bad(&format!("The value of the action '{name}' must be null.")));
        }
        self.perform(view, at, verb, None)?;
        Ok(empty_ok())
    }

    /// `POST /Jobs/{id}/start|stop|enable|disable`, from v6 on: 204 without a body, but the start of v8 answers 200
    /// with the session.
    pub(super) fn job_verb(&mut self, view: &View<'_>, req: &Request, id: &str, verb: Verb) -> Answer {
        let at = self.find_job(id)?;
        let full = if verb == Verb::Start {
            // The body is required, its only member is not.
            let mut members = Members::of_request(req)?;
            let full = members.flag("full", false)?;
            members.finish(&view.ctx)?;
            Some(full.unwrap_or(false))
        } else {
            no_body(&view.ctx, req)?;
            None
        };
        self.perform(view, at, verb, full)?;
        Ok(self.done(view, verb, id))
    }

    /// `POST /CopyJobs/{id}/start|stop|enable|disable`. v6 specifies a body for the start and documents none, the later
    /// versions have none: all forms are taken everywhere (inferred).
    pub(super) fn copy_verb(&mut self, view: &View<'_>, req: &Request, id: &str, verb: Verb) -> Answer {
        let at = self.find_copy_job(id)?;
        if verb == Verb::Start && !req.body.iter().all(u8::is_ascii_whitespace) {
            let mut members = Members::of_request(req)?;
            members.flag("full", false)?;
            members.finish(&view.ctx)?;
        } else {
            no_body(&view.ctx, req)?;
        }
        match verb {
            Verb::Enable | Verb::Disable => {
                if let Some(copy) = self.copy_jobs.get_mut(at) {
                    copy.enabled = verb == Verb::Enable;
                    copy.etag += 1;
                }
            }
            Verb::Start if self.may_start(view, id)? => {
                self.begin_copy(&view.ctx, at, "api");
            }
            Verb::Start => {}
            Verb::Stop => self.stop(view, id)?,
        }
        Ok(self.done(view, verb, id))
    }

    /// The answer of a verb's own endpoint.
    fn done(&self, view: &View<'_>, verb: Verb, job: &str) -> Response {
        let newest = self.runs.iter().rev().find(|r| r.owner.job == job);
        match newest {
            Some(run) if verb == Verb::Start && view.version >= Version::V8 => ok(&run.json(view)),
            _ => Response::empty(204),
        }
    }

    fn perform(&mut self, view: &View<'_>, at: usize, verb: Verb, full: Option<bool>) -> Result<(), Response> {
        let Some(job) = self.jobs.get_mut(at) else {
            return Ok(());
        };
        let id = job.id.clone();
        match verb {
            Verb::Enable | Verb::Disable => {
                job.enabled = verb == Verb::Enable;
                job.etag += 1;
            }
            Verb::Start if self.may_start(view, &id)? => {
                self.begin(&view.ctx, at, "api", full);
            }
            Verb::Start => {}
            Verb::Stop => self.stop(view, &id)?,
        }
        Ok(())
    }

    /// Whether a start begins a run: not while one runs, which is an error or a silent success.
    fn may_start(&mut self, view: &View<'_>, job: &str) -> Result<bool, Response> {
        if self.unfinished(job).is_none() {
            return Ok(true);
        }
        if view.ctx.knobs.text("veeam.already_running") == "error" {
            return Err(conflict(view, "Job is already running."));
        }
        Ok(false)
    }

    /// Stops what runs, or gives up a retry that is still to come (inferred).
    fn stop(&mut self, view: &View<'_>, job: &str) -> Result<(), Response> {
        let delay = view.ctx.knobs.number("veeam.stop_delay_s").max(0).unsigned_abs();
        // A second stop changes nothing while the run winds down.
        if let Some(run) = self.unfinished(job) {
            run.stops.get_or_insert(when::later(view.ctx.now, delay));
            self.advance(&view.ctx);
        } else if !self.forgo_retry(job) && view.ctx.knobs.text("veeam.stop_idle") == "error" {
            return Err(conflict(view, "Job is not running."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::veeam::bench::{BACKUP1, Bench, MAIL};
    use serde_json::{Value, json};

    #[test]
    fn the_four_actions_of_v2_and_v5_answer_200_without_a_body() {
        for version in ["v2", "v3", "v4", "v5"] {
            let mut bench = Bench::new();
            let path = format!("/{version}/Jobs/{MAIL}/Action");
            let job = format!("/{version}/Jobs/{MAIL}");
            assert_eq!(bench.post(&path, r#"{"disable": null}"#), (200, Value::Null));
            assert_eq!(bench.get(&job)["isEnabled"], false);
            assert_eq!(bench.get(&job).get("nextRun"), None);
            assert_eq!(bench.post(&path, r#"{"start": null}"#), (200, Value::Null));
            assert_eq!(bench.get(&job)["lastStatus"], "Running");
            assert_eq!(bench.post(&path, r#"{"Stop": null}"#), (200, Value::Null));
            assert_eq!(bench.get(&job)["lastStatus"], "Stopped");
            assert_eq!(bench.post(&path.to_lowercase(), r#"{"enable": null}"#), (200, Value::Null));
            assert_eq!(bench.get(&job)["isEnabled"], true);
        }
    }

    #[test]
    fn an_action_is_exactly_one_known_word_with_null() {
        let mut bench = Bench::new();
        let path = format!("/v5/Jobs/{MAIL}/Action");
        for body in
            ["{}", "[]", "null", "{", r#"{"start": null, "stop": null}"#, r#"{"start": {}}"#, r#"{"restart": null}"#]
        {
            assert_eq!(bench.post(&path, body).0, 400, "{body}");
        }
        let runs = bench.truth()["runs"].as_array().map(Vec::len);
        assert_eq!(runs, Some(41));
        assert_eq!(bench.post(&path, "").0, 415);
        assert_eq!(bench.ask("GET", &path, "").status, 405);
        let nobody = "/v5/Jobs/00000000-0000-0000-0000-000000000000/Action";
        assert_eq!(bench.post(nobody, r#"{"start": null}"#).0, 404);
        assert_eq!(bench.post("/v5/Jobs/Backup1/Action", r#"{"start": null}"#).0, 400);
        bench.knob("veeam.bad_id_status", json!(404));
        assert_eq!(bench.post("/v5/Jobs/Backup1/Action", r#"{"start": null}"#).0, 404);
    }

    #[test]
    fn v6_has_one_endpoint_per_verb() {
        let mut bench = Bench::new();
        let path = |verb: &str| format!("/v6/Jobs/{BACKUP1}/{verb}");
        assert_eq!(bench.post(&path("Action"), r#"{"start": null}"#).0, 404);
        assert_eq!(bench.post(&path("start"), "").0, 415);
        for body in [r#"{"full": "yes"}"#, r#"{"fool": true}"#, "[]", " "] {
            assert_eq!(bench.post(&path("start"), body).0, 400, "{body}");
        }
        assert_eq!(bench.post(&path("start"), r#"{"full": true}"#), (204, Value::Null));
        assert_eq!(bench.newest()["full"], true);
        assert_eq!(bench.newest()["origin"], "api");
        assert_eq!(bench.post(&path("stop"), "{}"), (204, Value::Null));
        assert_eq!(bench.post(&path("disable"), ""), (204, Value::Null));
        assert_eq!(bench.post(&path("enable"), ""), (204, Value::Null));
        assert_eq!(bench.post(&path("disable"), r#"{"disable": null}"#).0, 400);
        // A disabled job may be started.
        assert_eq!(bench.post(&path("disable"), ""), (204, Value::Null));
        assert_eq!(bench.post(&path("start"), "{}"), (204, Value::Null));
        assert_eq!(bench.newest()["state"], "running");
        bench.knob("veeam.action_v6", json!(true));
        assert_eq!(bench.post(&path("Action"), r#"{"stop": null}"#), (200, Value::Null));
        assert_eq!(bench.post(&format!("/v5/Jobs/{BACKUP1}/start"), "{}").0, 404);
    }

    #[test]
    fn the_start_of_v8_answers_with_the_session() {
        let mut bench = Bench::new();
        let path = |version: &str, verb: &str| format!("/{version}/Jobs/{MAIL}/{verb}");
        assert_eq!(bench.post(&path("v7", "start"), "{}"), (204, Value::Null));
        assert_eq!(bench.post(&path("v7", "stop"), ""), (204, Value::Null));
        let (status, session) = bench.post(&path("v8", "start"), r#"{"full": true}"#);
        assert_eq!((status, &session["jobId"], &session["status"]), (200, &json!(MAIL), &json!("Running")));
        assert_eq!((&session["id"], &session["jobSessionConfigType"]), (&bench.newest()["id"], &json!("Full")));
        for verb in ["stop", "disable", "enable"] {
            assert_eq!(bench.post(&path("v8", verb), ""), (204, Value::Null), "{verb}");
        }
        assert_eq!(bench.post(&path("v8", "Action"), r#"{"start": null}"#).0, 404);
    }

    #[test]
    fn starting_a_running_job_follows_the_knob() {
        let mut bench = Bench::new();
        let start = format!("/v6/Jobs/{MAIL}/start");
        assert_eq!(bench.post(&start, "{}").0, 204);
        assert_eq!(bench.post(&start, "{}"), (500, json!({"message": "Job is already running."})));
        let conflict = json!({"message": "Job is already running.", "errorCode": "OperationConflict"});
        assert_eq!(bench.post(&start.replace("v6", "v8"), "{}"), (409, conflict));
        bench.knob("veeam.already_running", json!("silent"));
        assert_eq!(bench.post(&start, "{}").0, 204);
        assert_eq!(bench.truth()["runs"].as_array().map(Vec::len), Some(42));
        assert!(bench.run(MAIL).is_err());
        assert_eq!(bench.run(BACKUP1).map(|r| r["origin"].clone()), Ok(json!("scheduler")));
    }

    #[test]
    fn stopping_an_idle_job_follows_the_knob() {
        let mut bench = Bench::new();
        let stop = format!("/v6/Jobs/{MAIL}/stop");
        assert_eq!(bench.post(&stop, ""), (500, json!({"message": "Job is not running."})));
        bench.knob("veeam.stop_idle", json!("silent"));
        assert_eq!(bench.post(&stop, "").0, 204);
    }

    #[test]
    fn a_stop_may_take_its_time() {
        let mut bench = Bench::new();
        bench.knob("veeam.stop_delay_s", json!(30));
        bench.script(MAIL, json!({"outcome": "hang"}));
        bench.post(&format!("/v6/Jobs/{MAIL}/start"), "{}");
        bench.advance(100_000);
        let stop = format!("/v6/Jobs/{MAIL}/stop");
        bench.forget_token();
        assert_eq!(bench.post(&stop, "").0, 204);
        bench.advance(20);
        assert_eq!(bench.post(&stop, "").0, 204);
        assert_eq!(bench.get(&format!("/v6/Jobs/{MAIL}"))["lastStatus"], "Running");
        bench.advance(10);
        assert_eq!(bench.get(&format!("/v6/Jobs/{MAIL}"))["lastStatus"], "Stopped");
        assert_eq!(bench.newest()["outcome"], "stopped");
        assert_eq!(bench.newest()["ended"], "2026-01-16T11:47:10Z");
    }

    #[test]
    fn unknown_members_may_be_ignored() {
        let mut bench = Bench::new();
        bench.knob("veeam.unknown_members", json!("ignore"));
        assert_eq!(bench.post(&format!("/v6/Jobs/{MAIL}/start"), r#"{"fool": 1}"#).0, 204);
        assert_eq!(bench.post(&format!("/v6/Jobs/{MAIL}/stop"), "nonsense").0, 204);
    }
}
