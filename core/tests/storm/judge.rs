//! The invariants, read from the simulator's truth and journal.

use super::count::Count;
use super::log::{Log, Report};
use super::plan::Plan;
use super::stage::{FIRST_TOKEN, HOSTS, Stage};
use crate::common::{BACKUP_PASSWORD, Flavor, LOCATION_PASSWORD};
use backupjobs::{Level, Origin, Outcome, Timestamp};
use jiff::SignedDuration;
use serde_json::Value;

/// The pause of every job before it is tried again.
const RETRY_WAIT: SignedDuration = SignedDuration::from_mins(10);

/// A request that was to start the job, as the journal has it.
#[derive(Debug)]
struct Start {
    who: usize,
    at: Timestamp,
    /// The vendor's own answer was a yes, whatever the client saw of it.
    accepted: bool,
}

fn starts(journal: &[Value], flavor: Flavor) -> Vec<Start> {
    let start = |e: &Value| {
        let host = e["headers"]["host"].as_str().unwrap();
        Start {
            who: HOSTS.iter().position(|known| host.starts_with(known)).unwrap(),
            at: e["at"].as_str().unwrap().parse().unwrap(),
            accepted: e["vendor_status"].as_u64().is_some_and(|status| status < 300),
        }
    };
    journal.iter().filter(|e| flavor.is_start(e)).map(start).collect()
}

struct Judge<'a> {
    plan: &'a Plan,
    runs: Vec<&'a Value>,
    starts: Vec<Start>,
    /// Teradata's token of the day.
    token: String,
    wrong: Vec<String>,
}

/// Holds the logs of an interleaving against the truth.
pub fn judge(stage: &Stage, plan: &Plan, logs: &[Log]) -> Result<Count, Vec<String>> {
    let (truth, journal) = (stage.world.sim.truth(), stage.world.sim.journal());
    let journal = journal.as_array().unwrap();
    let runs = truth[plan.flavor.system().word()]["runs"].as_array().unwrap();
    let mut judge = Judge {
        plan,
        runs: runs.iter().filter(|run| run["job"] == plan.job).collect(),
        starts: starts(journal, plan.flavor),
        token: truth["teradata"]["token"].as_str().unwrap().to_owned(),
        wrong: Vec::new(),
    };
    for log in logs {
        judge.one(log);
    }
    judge.together(logs);
    judge.secrets(journal, logs);
    if !judge.wrong.is_empty() {
        return Err(judge.wrong);
    }
    let mut count = Count::of(logs, &stage.world.sim.faults());
    count.requests = journal.len() as u64;
    count.starts = judge.starts.iter().filter(|s| s.accepted).count() as u64;
    Ok(count)
}

fn time(run: &Value, name: &str) -> Option<Timestamp> {
    run[name].as_str().map(|text| text.parse().unwrap())
}

/// When the vendor took it on.
fn taken_on(run: &Value) -> Option<Timestamp> {
    time(run, "accepted").or_else(|| time(run, "started"))
}

/// The id of the run's first attempt.
fn first_try(run: &Value) -> Option<&str> {
    run["main"].as_str().or(run["id"].as_str())
}

impl Judge<'_> {
    fn say(&mut self, wrong: String) {
        self.wrong.push(wrong);
    }

    fn one(&mut self, log: &Log) {
        for call in log.calls.iter().filter(|call| call.took > call.bound) {
            self.say(format!("{} ended late: {:?} instead of {:?}", call.what, call.took, call.bound));
        }
        let accepted = self.starts.iter().filter(|s| s.who == log.who && s.accepted).count();
        if accepted > 1 {
            self.say(format!("caller {}: {accepted} starts accepted for one ticket", log.who));
        }
        self.busy(log);
        if let Some(report) = &log.report {
            self.report(log, report, accepted);
        }
        for (level, run) in &log.checks {
            let outcome = run.as_ref().and_then(|id| self.run(id)).and_then(|run| run["outcome"].as_str());
            if *level == Level::Ok && outcome.map(|word| self.plan.flavor.outcome(word)) != Some(Outcome::Success) {
                self.say(format!("check said ok about {run:?}, which ended as {outcome:?}"));
            }
        }
    }

    /// Where the newest run that everybody could see was active from before the watermark to the request, nothing may be
    /// sent. (An older one may be one that never got its end: it keeps nobody from starting.)
    fn busy(&mut self, log: &Log) {
        let Some((began, read)) = log.began.zip(log.watermark_at) else { return };
        if self.plan.lag > 0 {
            return;
        }
        let first = self.starts.iter().filter(|s| s.who == log.who && s.at >= read).map(|s| s.at).min();
        let Some(first) = first else { return };
        let newest =
            self.runs.iter().filter(|run| taken_on(run).is_some_and(|at| at <= read)).max_by_key(|run| taken_on(run));
        let was_busy = |run: &&&Value| {
            taken_on(run).is_some_and(|at| at < began) && time(run, "ended").is_none_or(|ended| ended > first)
        };
        if let Some(run) = newest.iter().find(|run| was_busy(run)) {
            let id = run["id"].clone();
            self.say(format!("caller {} sent a start beside run {id}, which its watermark showed running", log.who));
        }
    }

    fn run(&self, id: &str) -> Option<&Value> {
        self.runs.iter().find(|run| run["id"] == id).copied()
    }

    fn report(&mut self, log: &Log, report: &Report, accepted: usize) {
        let Some(run) = self.run(&report.run).cloned() else {
            return self.say(format!("caller {} reports run {}, which does not exist", log.who, report.run));
        };
        // A lag may hide such a run from the watermark; then the server's clock tells, if it has told.
        let blind = self.plan.lag > 0 && self.plan.rules.iter().any(|rule| rule["action"]["name"] == "date");
        let ended = time(&run, "ended");
        let seeded = ended.is_some_and(|ended| ended.as_second() < 1_768_464_000);
        if seeded || (!blind && ended.zip(log.began).is_some_and(|(ended, began)| ended < began)) {
            self.say(format!("caller {} reports run {}, which was over before", log.who, report.run));
        }
        if log.ours.contains(&report.run) {
            let marked = !self.plan.flavor.keeps_markers()
                || run["comment"].as_str().is_some_and(|comment| comment.contains(&log.marker));
            if run["origin"] != "api" || accepted == 0 || !marked {
                self.say(format!("caller {} calls run {} its own, which it is not: {run}", log.who, report.run));
            }
        }
        let ended_as = report.ended_as.as_ref().unwrap_or(&report.run);
        let Some(ended) = self.run(ended_as).cloned() else {
            return self.say(format!("caller {} reports the end of run {ended_as}, which does not exist", log.who));
        };
        self.attempts(log, report, &run, &ended);
        let truth = ended["outcome"].as_str();
        if let Some(outcome) = report.outcome
            && truth.map(|word| self.plan.flavor.outcome(word)) != Some(outcome)
        {
            self.say(format!("caller {} reported {outcome:?} for {ended_as} which ended as {truth:?}", log.who));
        }
        if report.level == Some(Level::Ok) && truth != Some("success") {
            self.say(format!("caller {}: verdict ok for {ended_as} which ended as {truth:?}", log.who));
        }
    }

    /// A run that the vendor tries again ends with its last attempt; and a retry of what ran before is no new start.
    fn attempts(&mut self, log: &Log, report: &Report, run: &Value, ended: &Value) {
        if first_try(run) != first_try(ended) || (run["id"] != ended["id"] && !self.plan.flavor.tells_of_retries()) {
            self.say(format!("caller {} reports the end of another run: {run} and {ended}", log.who));
        }
        if !self.plan.flavor.tells_of_retries() {
            return;
        }
        let due = time(ended, "ended").and_then(|ended| ended.checked_add(RETRY_WAIT).ok());
        let early = report.over_at.zip(due).is_some_and(|(over, due)| over < due);
        if report.outcome.is_some() && ended["will_be_retried"] == true && early {
            self.say(format!("caller {} did not wait for the retry of {ended}", log.who));
        }
        // A lag may hide the next attempt for as long as the patience with it lasts.
        if let Some(seen) = report.seen_at.filter(|_| self.plan.lag == 0) {
            let next = |next: &&&Value| {
                first_try(next) == first_try(ended)
                    && next["retry"].as_u64() > ended["retry"].as_u64()
                    && taken_on(next).is_some_and(|at| at <= seen)
            };
            if let Some(next) = self.runs.iter().find(next) {
                let wrong = format!("caller {} stopped waiting at {ended}, though {next} had begun", log.who);
                self.say(wrong);
            }
        }
        for claimed in &log.claimed {
            let first = self.run(claimed).and_then(|run| run["main"].as_str()).and_then(|first| self.run(first));
            if first.and_then(taken_on).zip(log.began).is_some_and(|(at, began)| at < began) {
                self.wrong
                    .push(format!("caller {} takes {claimed} for a new run: it is a retry of an old one", log.who));
            }
        }
    }

    fn together(&mut self, logs: &[Log]) {
        let made = self.runs.iter().filter(|run| run["origin"] == "api").count();
        if made > logs.len() {
            self.say(format!("{made} runs were made through the API for {} tickets", logs.len()));
        }
        let mut ours: Vec<(usize, &String)> =
            logs.iter().flat_map(|log| log.ours.iter().map(move |run| (log.who, run))).collect();
        ours.sort_unstable_by_key(|(who, run)| (*run, *who));
        ours.dedup();
        if let Some(pair) = ours.windows(2).find(|pair| pair[0].1 == pair[1].1) {
            self.wrong.push(format!("two callers call run {} their own", pair[0].1));
        }
        if logs.iter().any(|log| log.ours.iter().any(|run| log.ours[0] != *run)) {
            self.say("one ticket got two runs of its own".into());
        }
    }

    fn secrets(&mut self, journal: &[Value], logs: &[Log]) {
        let mut secrets = vec![BACKUP_PASSWORD.to_owned(), LOCATION_PASSWORD.to_owned(), "Sim-Passw0rd!".to_owned()];
        for entry in journal {
            let headers = &entry["headers"];
            let session = headers["vmware-api-session-id"].as_str();
            let bearer =
                headers["authorization"].as_str().and_then(|value| value.split_once(' ')).map(|(_, token)| token);
            secrets.extend(session.into_iter().chain(bearer).map(str::to_owned));
        }
        // A client that has not asked for this token yet, or has another one by now, cannot recognise it.
        let known = self.plan.warm && self.token == FIRST_TOKEN;
        secrets.retain(|secret| secret != FIRST_TOKEN || known);
        secrets.sort_unstable();
        secrets.dedup();
        for log in logs {
            for text in &log.texts {
                if let Some(secret) = secrets.iter().find(|secret| text.contains(*secret)) {
                    self.say(format!("caller {} was shown the secret {secret}: {text}", log.who));
                }
            }
        }
    }
}

/// The journal and the young runs, for whoever reads about a failure.
pub fn history(stage: &Stage, plan: &Plan) -> String {
    let (truth, journal) = (stage.world.sim.truth(), stage.world.sim.journal());
    let line = |e: &Value| {
        let host = e["headers"]["host"].as_str().unwrap_or_default();
        format!("{} {host} {} {} {} {}", e["at"], e["method"], e["path"], e["status"], e["fault"])
    };
    let lines: Vec<String> = journal.as_array().unwrap().iter().map(line).collect();
    let runs = truth[plan.flavor.system().word()]["runs"].as_array().unwrap();
    let young = runs.iter().filter(|run| taken_on(run).is_some_and(|at| at.as_second() >= 1_768_464_000));
    let runs: Vec<String> = young.map(Value::to_string).collect();
    format!("{}\n{}", lines.join("\n"), runs.join("\n"))
}

/// Whether the caller knows that its own request made the run.
pub fn is_adopted(origin: Option<Origin>) -> bool {
    origin == Some(Origin::Adopted)
}
