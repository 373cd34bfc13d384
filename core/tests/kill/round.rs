//! One ticket: a caller is started and killed some times, then left alone until it ends; then the truth is asked.

use super::child::{CONFIG, DIR, RESULT, TICKET};
use crate::common::{Flavor, World};
use fastrand::Rng;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A run and its retries, as often as the vendor does.
const TRIES: usize = 4;

/// When the caller is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// When so many requests have come in since it was started.
    Requests(usize),
    /// While the answer to the start is on its way, if it gets that far.
    StartPending,
    /// After some time.
    Micros(u64),
}

#[derive(Debug)]
pub struct Round {
    pub flavor: Flavor,
    saves_every_time: bool,
    outcome: &'static str,
    /// The first try fails, and the vendor tries again.
    retried: bool,
    moments: Vec<Moment>,
    /// The first request to start never arrives.
    lost: bool,
    /// The start is done late, or its answer comes late: either way there is a time to be killed in.
    late: &'static str,
    /// So much time passes before it is started again: long enough for the run to end, so that nothing but the caller's
    /// own care keeps the job from being started once more.
    pause_s: u64,
    seed: u64,
}

/// What the rounds were like.
#[derive(Debug, Default)]
pub struct Told {
    pub kills: u64,
    pub before_the_start: u64,
    pub during_the_start: u64,
    pub after_the_start: u64,
    pub starts: u64,
    pub outcome_unknown: u64,
    /// Runs that ended well or badly only after the vendor had tried again.
    pub retried: u64,
}

impl Told {
    pub fn add(&mut self, other: &Self) {
        self.kills += other.kills;
        self.before_the_start += other.before_the_start;
        self.during_the_start += other.during_the_start;
        self.after_the_start += other.after_the_start;
        self.starts += other.starts;
        self.outcome_unknown += other.outcome_unknown;
        self.retried += other.retried;
    }
}

impl Round {
    pub fn new(seed: u64) -> Self {
        let mut r = Rng::with_seed(seed);
        let flavors = Flavor::all();
        let (turn, at) = (seed / flavors.len() as u64, seed % flavors.len() as u64);
        let moment = |r: &mut Rng| match r.u8(..10) {
            0..4 => Moment::Requests(r.usize(1..9)),
            4..7 => Moment::StartPending,
            _ => Moment::Micros(r.u64(500..30_000)),
        };
        Self {
            flavor: flavors[at as usize],
            saves_every_time: turn.is_multiple_of(2),
            outcome: r.choice(["success", "success", "failed", "stopped", "Splendid"]).unwrap(),
            moments: (0..r.usize(1..4)).map(|_| moment(&mut r)).collect(),
            retried: flavors[at as usize].tells_of_retries() && r.bool(),
            lost: r.u8(..100) < 15,
            late: r.choice(["delay", "delay_after"]).unwrap(),
            pause_s: r.choice([0, 300, 300]).unwrap(),
            seed,
        }
    }

    pub fn play(&self, world: &World) -> Result<Told, String> {
        world.sim.reset();
        world.sim.clock(json!({"per_request_s": 5})).unwrap();
        world.tune(self.flavor);
        if self.retried {
            world.sim.knob("veeam.retries", json!("always")).unwrap();
            world.script(self.flavor.system(), self.flavor.job(), "failed", 60);
        }
        // Of the last try: what has failed or warned once more would be tried once more.
        for _ in 0..if self.retried { TRIES - 1 } else { 1 } {
            world.script(self.flavor.system(), self.flavor.job(), self.outcome, 60);
        }
        world.sim.knob("teradata.already_running", json!("second_run")).unwrap();
        let rule = |times: u64, action: Value| {
            let rule = json!({"method": "POST", "path": self.flavor.start_path(), "times": times, "action": action});
            world.sim.fault(rule).unwrap();
        };
        if self.lost {
            rule(1, json!({"kind": "reset_before"}));
        }
        rule(0, json!({"kind": self.late, "ms": 6}));
        let dir = Dir::new(self.seed);
        std::fs::write(dir.0.join(CONFIG), self.config(world).to_string()).unwrap();
        let mut told = Told::default();
        for moment in &self.moments {
            if dir.0.join(RESULT).exists() {
                break;
            }
            let mut child = start(&dir.0);
            self.until(*moment, world, &mut child);
            // SIGKILL: no destructor runs, no buffer is written.
            child.kill().unwrap();
            child.wait().unwrap();
            world.sim.advance(self.pause_s).unwrap();
            told.kills += 1;
            match self.starts(world).last() {
                None => told.before_the_start += 1,
                Some(start) if start["status"].is_null() => told.during_the_start += 1,
                Some(_) => told.after_the_start += 1,
            }
        }
        if !dir.0.join(RESULT).exists() {
            let status = start(&dir.0).wait().unwrap();
            if !status.success() {
                return Err(format!("the caller ended with {status}"));
            }
        }
        let result = std::fs::read_to_string(dir.0.join(RESULT)).map_err(|e| format!("no result: {e}"))?;
        self.judge(world, &result, told).map_err(|wrong| {
            let ticket = std::fs::read_to_string(dir.0.join(TICKET)).unwrap_or_default();
            format!("{wrong}\n{ticket}")
        })
    }

    fn judge(&self, world: &World, result: &str, mut told: Told) -> Result<Told, String> {
        let accepted =
            self.starts(world).iter().filter(|e| e["vendor_status"].as_u64().is_some_and(|s| s < 300)).count();
        let truth = world.sim.truth();
        let runs = truth[self.flavor.system().word()]["runs"].as_array().unwrap();
        let made: Vec<&Value> = runs.iter().filter(|run| run["origin"] == "api").collect();
        if accepted > 1 || made.len() != accepted {
            return Err(format!("{accepted} starts were accepted and made {} runs", made.len()));
        }
        told.starts = accepted as u64;
        let (run, outcome) = result.split_once(' ').ok_or("a result of one word")?;
        if outcome == "outcome_unknown" && accepted == 0 && (self.saves_every_time || self.lost) {
            // Lost, or killed between the save and the request: nobody can know, so nobody starts again.
            told.outcome_unknown = 1;
            return Ok(told);
        }
        let Some(made) = made.first() else {
            return Err(format!("nothing was started, but it said '{result}'"));
        };
        let expected = self.flavor.outcome(self.outcome).name();
        let last = runs.iter().rfind(|run| run["main"] == made["id"]).filter(|_| self.retried).unwrap_or(made);
        if self.retried && last["id"] == made["id"] {
            return Err(format!("it said '{result}' about {made}, which was to be tried again"));
        }
        if last["id"] != run || outcome != expected || last["outcome"] != self.outcome {
            return Err(format!("it said '{result}' about {last}"));
        }
        told.retried = u64::from(self.retried);
        Ok(told)
    }

    fn until(&self, moment: Moment, world: &World, child: &mut Child) {
        let began = Instant::now();
        let before = count(world);
        loop {
            let over = match moment {
                Moment::Requests(n) => count(world) >= before + n,
                Moment::StartPending => self.starts(world).iter().any(|start| start["status"].is_null()),
                Moment::Micros(n) => began.elapsed() >= Duration::from_micros(n),
            };
            if over || began.elapsed() > Duration::from_secs(20) || child.try_wait().unwrap().is_some() {
                return;
            }
            std::thread::sleep(Duration::from_micros(300));
        }
    }

    /// The requests that were to start the job, as the journal has them.
    fn starts(&self, world: &World) -> Vec<Value> {
        let journal = world.sim.journal();
        journal.as_array().unwrap().iter().filter(|e| self.flavor.is_start(e)).cloned().collect()
    }

    fn config(&self, world: &World) -> Value {
        let mut config = world.access(self.flavor).clone();
        config["flavor"] = json!(self.flavor.to_string());
        config["ca_file"] = json!(world.sim.ca_file());
        config["saves_every_time"] = json!(self.saves_every_time);
        config
    }
}

fn count(world: &World) -> usize {
    world.sim.journal().as_array().unwrap().len()
}

fn start(dir: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored", "--test-threads=1"])
        .env(DIR, dir)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// A directory that goes when the round is over.
struct Dir(PathBuf);

impl Dir {
    fn new(seed: u64) -> Self {
        let dir = std::env::temp_dir().join(format!("backupjobs-kill-{}-{seed}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        Self(dir)
    }
}

impl Drop for Dir {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
