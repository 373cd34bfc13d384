//! A simulator with clients of every kind, used again from one interleaving to the next, and the play on it.

use super::caller::Caller;
use super::log::Log;
use super::plan::{Deed, Moment, Plan};
use crate::common::{Client, Flavor, World};
use backupjobs::teradata::TokenSource;
use backupjobs::{ClientOptions, RetryPolicy, Server, Timestamp};
use serde_json::{Value, json};

use std::sync::{Mutex, OnceLock};
use std::time::Duration;

pub struct Stage {
    pub world: World,
    /// Of either caller, with long and with short timeouts.
    clients: [OnceLock<Vec<(Flavor, Client)>>; 4],
}

/// The two callers name the host differently, so that the journal tells them apart.
pub const HOSTS: [&str; 2] = ["127.0.0.1", "localhost"];
/// Teradata's token at the beginning, which faults repeat.
pub const FIRST_TOKEN: &str = "sim-teradata-token";
const SLOW: Duration = Duration::from_millis(40);
const REQUEST: Duration = Duration::from_secs(2);

pub fn request_timeout(plan: &Plan) -> Duration {
    if plan.slow { SLOW } else { REQUEST }
}

impl Stage {
    pub fn new() -> Self {
        Self { world: World::new(), clients: Default::default() }
    }

    /// A client for that caller, as the plan has it.
    pub fn open(&self, plan: &Plan, who: usize, token: TokenSource) -> Client {
        Client::open(plan.flavor, &self.access(plan.flavor, who), token, self.options(plan.slow))
    }

    fn access(&self, flavor: Flavor, who: usize) -> Value {
        let mut access = self.world.access(flavor).clone();
        access["url"] = json!(access["url"].as_str().unwrap().replace(HOSTS[0], HOSTS[who]));
        access
    }

    fn options(&self, slow: bool) -> ClientOptions {
        let mut options = ClientOptions::default();
        options.trust = self.world.trust();
        options.request_timeout = if slow { SLOW } else { REQUEST };
        options.connect_timeout = REQUEST;
        options.retry = RetryPolicy {
            attempts: 3,
            total: Duration::from_secs(2),
            base: Duration::from_micros(50),
            cap: Duration::from_micros(100),
        };
        options
    }

    fn stranger(&self, plan: &Plan, who: usize) -> Client {
        let (access, options) = (self.access(plan.flavor, who), self.options(plan.slow));
        Client::find_out(plan.flavor, &access, self.world.tokens(), options)
    }

    /// The client that this caller had in the interleavings before.
    fn known(&self, plan: &Plan, who: usize) -> &Client {
        let clients = self.clients[who * 2 + usize::from(plan.slow)].get_or_init(|| {
            let open = |flavor| {
                let (access, options) = (self.access(flavor, who), self.options(plan.slow));
                (flavor, Client::open(flavor, &access, self.world.tokens(), options))
            };
            Flavor::all().into_iter().map(open).collect()
        });
        clients.iter().find_map(|(flavor, client)| (*flavor == plan.flavor).then_some(client)).unwrap()
    }

    /// Plays the plan from a world at its start; returns what each caller saw.
    pub fn play(&self, plan: &Plan, caller: &dyn Caller) -> Vec<Log> {
        let sim = &self.world.sim;
        sim.reset();
        self.world.tune(plan.flavor);
        let strangers: Vec<Client> =
            if plan.strangers { (0..2).map(|who| self.stranger(plan, who)).collect() } else { vec![] };
        let clients: Vec<&Client> =
            (0..2).map(|who| strangers.get(who).unwrap_or_else(|| self.known(plan, who))).collect();
        let scene = Scene {
            plan,
            stage: self,
            servers: clients.iter().map(|client| client.server()).collect(),
            clients,
            done: Mutex::new(vec![false; plan.deeds.len()]),
        };
        if plan.warm {
            // The tokens of the interleaving before died with its world.
            for server in &scene.servers[..plan.parts.len()] {
                let _ = server.runs(plan.job, 1);
            }
            sim.clear_journal();
        }
        for (name, value) in &plan.knobs {
            sim.knob(name, value.clone()).unwrap();
        }
        for script in &plan.scripts {
            sim.script(plan.flavor.system(), plan.job, script.clone()).unwrap();
        }
        for rule in &plan.rules {
            sim.fault(rule.clone()).unwrap();
        }
        sim.clock(json!({ "per_request_s": plan.per_request_s })).unwrap();
        let logs = if plan.racing {
            std::thread::scope(|scope| {
                let scene = &scene;
                let racers: Vec<_> =
                    (0..plan.parts.len()).map(|who| scope.spawn(move || caller.drive(scene, who))).collect();
                racers.into_iter().map(|racer| racer.join().unwrap()).collect()
            })
        } else {
            (0..plan.parts.len()).map(|who| caller.drive(&scene, who)).collect()
        };
        // What still travels must arrive in this world, not in the next.
        let travels = |e: &Value| e["fault"].as_str().is_some_and(|f| f.starts_with("delay")) && e["status"].is_null();
        let late = |rule: &Value| rule["action"]["kind"].as_str().is_some_and(|kind| kind.starts_with("delay"));
        if plan.rules.iter().any(late) && sim.journal().as_array().is_some_and(|all| all.iter().any(travels)) {
            std::thread::sleep(Duration::from_millis(90));
        }
        logs
    }
}

/// One interleaving as the callers see it.
pub struct Scene<'a> {
    pub plan: &'a Plan,
    pub stage: &'a Stage,
    pub servers: Vec<Server>,
    pub clients: Vec<&'a Client>,
    done: Mutex<Vec<bool>>,
}

impl Scene<'_> {
    /// The virtual time.
    pub fn now(&self) -> Timestamp {
        self.stage.world.sim.clock(json!({})).unwrap()["now"].as_str().unwrap().parse().unwrap()
    }

    /// The world does what it was going to do at this moment.
    pub fn fire(&self, moment: Moment) {
        for (n, (when, deed)) in self.plan.deeds.iter().enumerate() {
            if *when == moment && !std::mem::replace(&mut self.done.lock().unwrap()[n], true) {
                self.act(deed);
            }
        }
    }

    fn act(&self, deed: &Deed) {
        let (sim, plan) = (&self.stage.world.sim, self.plan);
        match deed {
            // Refused where the job runs already.
            Deed::Scheduler => drop(sim.run(plan.flavor.system(), plan.job)),
            Deed::Advance(seconds) => sim.advance(*seconds).unwrap(),
            Deed::Revoke => sim.revoke(plan.flavor.system()),
            Deed::Stop => drop(self.servers[0].stop(plan.job)),
        }
    }
}
