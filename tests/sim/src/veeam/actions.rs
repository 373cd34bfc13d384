//! Starting, stopping, enabling and disabling jobs, in the two ways the versions have for it.

use super::State;
use super::body::{Members, no_body};
use super::error::{Answer, bad, empty_ok, not_found, refuse};
use super::route::Verb;
use super::version::{Version, View};
use super::when;
use crate::http::{Request, Response};
use crate::vendor::Ctx;

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
            return self.explore(view, at, Members::of(value, "explore")?);
        }
        let verb = Verb::of(&name).ok_or_else(|| bad(&format!("The action '{name}' is not known.")))?;
        if !value.is_null() {
            return Err(bad(&format!("The value of the action '{name}' must be null.")));
        }
        self.perform(&view.ctx, at, verb, None)?;
        Ok(empty_ok())
    }

    /// `POST /Jobs/{id}/start|stop|enable|disable`, from v6 on: 204 without a body.
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
        self.perform(&view.ctx, at, verb, full)?;
        Ok(Response::empty(204))
    }

    fn perform(&mut self, ctx: &Ctx<'_>, at: usize, verb: Verb, full: Option<bool>) -> Result<(), Response> {
        let Some(job) = self.jobs.get_mut(at) else {
            return Err(not_found("Backup job"));
        };
        let id = job.id.clone();
        match verb {
            Verb::Enable => job.enabled = true,
            Verb::Disable => job.enabled = false,
            Verb::Start if self.unfinished(&id).is_some() => {
                if ctx.knobs.text("veeam.already_running") == "error" {
                    return Err(refuse(500, "Job is already running."));
                }
            }
            Verb::Start => {
                self.begin(ctx, at, "api", full);
            }
            Verb::Stop => {
                let delay = ctx.knobs.number("veeam.stop_delay_s").max(0).unsigned_abs();
                match self.unfinished(&id) {
                    // A second stop changes nothing while the run winds down.
                    Some(run) => {
                        run.stops.get_or_insert(when::later(ctx.now, delay));
                        self.advance(ctx.now);
                    }
                    None if ctx.knobs.text("veeam.stop_idle") == "error" => {
                        return Err(refuse(500, "Job is not running."));
                    }
                    None => {}
                }
            }
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
        for version in ["v2", "v5"] {
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
    fn starting_a_running_job_follows_the_knob() {
        let mut bench = Bench::new();
        let start = format!("/v6/Jobs/{MAIL}/start");
        assert_eq!(bench.post(&start, "{}").0, 204);
        assert_eq!(bench.post(&start, "{}"), (500, json!({"message": "Job is already running."})));
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
