//! A simulator and one client of each system against it.

#![allow(dead_code, unreachable_pub, missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod client;
mod flavor;

use backupjobs::{ClientOptions, RetryPolicy, Secret, Server, StartOptions, Trust, WaitOptions};
use backupjobs::{teradata, vcenter, veeam};
use backupjobs_sim::{Script, Simulator, System};
pub use client::Client;
pub use flavor::Flavor;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

pub const MAIL: &str = "3396ba22-21b1-4666-a631-0edfc12a59cd";
pub const BACKUP1: &str = "b7c1cc0b-2b3c-4096-9ba1-2d665b4ae504";
pub const NIGHTLY: &str = "71";
pub const BACKUP_PASSWORD: &str = "Canary-4-Backup!";
pub const LOCATION_PASSWORD: &str = "canary-location-pw";

pub struct World {
    pub sim: Arc<Simulator>,
}

impl World {
    pub fn new() -> Self {
        Self { sim: Arc::new(Simulator::start().expect("simulator")) }
    }

    /// Every request moves the virtual clock, so that waits need no sleeping.
    pub fn ticking(seconds: u64) -> Self {
        let world = Self::new();
        world.sim.clock(json!({ "per_request_s": seconds })).unwrap();
        world
    }

    pub fn trust(&self) -> Trust {
        Trust::CaFile(self.sim.ca_file().to_owned())
    }

    fn options(&self) -> ClientOptions {
        let mut options = ClientOptions::default();
        options.trust = self.trust();
        options.retry = quick_retries();
        options
    }

    /// Tells the simulator what it needs to speak that flavor.
    pub fn tune(&self, flavor: Flavor) {
        for (name, value) in flavor.needs() {
            self.sim.knob(name, value).unwrap();
        }
    }

    /// A server of that flavor, to which the simulator is tuned.
    pub fn server(&self, flavor: Flavor) -> Server {
        self.tune(flavor);
        Client::open(flavor, self.access(flavor), self.tokens(), self.options()).server()
    }

    /// What the ready line tells of the system.
    pub fn access(&self, flavor: Flavor) -> &Value {
        &self.sim.ready()[flavor.system().word()]
    }

    /// A source that asks the simulator for Teradata's token of the day.
    pub fn tokens(&self) -> teradata::TokenSource {
        let sim = Arc::clone(&self.sim);
        teradata::TokenSource::callback(move || {
            Ok(Secret::new(sim.truth()["teradata"]["token"].as_str().unwrap_or_default()))
        })
    }

    pub fn veeam_config(&self, dialect: veeam::Dialect) -> veeam::Config {
        let at = |name| self.sim.access(System::Veeam, name);
        let mut config = veeam::Config::new(at("url"), dialect, at("username"), at("password"));
        config.options = self.options();
        config
    }

    pub fn veeam(&self, dialect: veeam::Dialect) -> veeam::Client {
        veeam::Client::new(self.veeam_config(dialect)).unwrap()
    }

    pub fn teradata_config(&self, token: impl Into<teradata::TokenSource>) -> teradata::Config {
        let at = |name| self.sim.access(System::Teradata, name);
        let mut config = teradata::Config::new(at("url"), at("site_id"), token);
        config.options = self.options();
        config
    }

    pub fn teradata(&self) -> teradata::Client {
        teradata::Client::new(self.teradata_config(self.tokens())).unwrap()
    }

    pub fn vcenter_config(&self) -> vcenter::Config {
        let at = |name| self.sim.access(System::Vcenter, name);
        let mut config = vcenter::Config::new(at("url"), at("username"), at("password"));
        config.options = self.options();
        config
    }

    pub fn vcenter(&self) -> vcenter::Client {
        vcenter::Client::new(self.vcenter_config()).unwrap()
    }

    pub fn script(&self, system: System, job: &str, outcome: &str, duration_s: u64) {
        let script = Script { outcome: outcome.into(), duration_s, ..Script::default() };
        self.sim.script(system, job, script).unwrap();
    }

    pub fn fault(&self, system: &str, path: &str, times: u64, action: Value) {
        self.sim.fault(json!({"system": system, "path": path, "times": times, "action": action})).unwrap();
    }

    /// How many requests of that method reached a path that contains `path`.
    pub fn count(&self, method: &str, path: &str) -> usize {
        let journal = self.sim.journal();
        let hits = |e: &&Value| e["method"] == method && e["path"].as_str().is_some_and(|p| p.contains(path));
        journal.as_array().unwrap().iter().filter(hits).count()
    }

    /// Runs in the simulator's truth that began through the API.
    pub fn api_runs(&self, system: &str) -> usize {
        let truth = self.sim.truth();
        truth[system]["runs"].as_array().unwrap().iter().filter(|r| r["origin"] == "api").count()
    }
}

/// A server of every flavor with one of its jobs and the path of the request that starts it. Each is opened when its turn
/// comes: what one needs of the simulator another may not bear.
pub fn servers(world: &World) -> impl Iterator<Item = (Flavor, Server, &'static str, &'static str)> {
    Flavor::all().into_iter().map(|flavor| (flavor, world.server(flavor), flavor.job(), flavor.start_path()))
}

/// A job by name, from the simulator's truth.
pub fn named(world: &World, system: &str, name: &str) -> String {
    let truth = world.sim.truth();
    let jobs = truth[system]["jobs"].as_array().unwrap();
    jobs.iter().find(|job| job["name"] == name).unwrap()["id"].as_str().unwrap().to_owned()
}

pub fn plan() -> vcenter::BackupRequest {
    vcenter::BackupRequest::new(vcenter::LocationType::Sftp, "sftp://backup.example.net/vcsa")
        .parts(["seat"])
        .credentials("vcbackup", LOCATION_PASSWORD)
        .encrypted(BACKUP_PASSWORD)
        .comment("nightly")
}

pub fn quick_retries() -> RetryPolicy {
    RetryPolicy { base: Duration::from_millis(1), cap: Duration::from_millis(2), ..RetryPolicy::default() }
}

pub fn quick_wait() -> WaitOptions {
    let mut options = WaitOptions::default();
    options.poll_min = Duration::from_millis(1);
    options.poll_max = Duration::from_millis(1);
    options.deadline = Duration::from_secs(60);
    options
}

pub fn quick_start() -> StartOptions {
    let mut options = StartOptions::default();
    options.settle = Duration::from_millis(200);
    options.look_every = Duration::from_millis(1);
    options
}
