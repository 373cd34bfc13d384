//! A simulator with clients of every kind, used again from one interleaving to the next, and the play on it.

use super::caller::Caller;
use super::log::Log;
use super::plan::{Deed, Moment, Plan};
use crate::common::{World, plan as backup_plan};
use backupjobs::{ClientOptions, RetryPolicy, Secret, Server, Timestamp, teradata, vcenter, veeam};
use backupjobs_sim::System;
use serde_json::json;
use std::cell::OnceCell;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Clients as one caller has them. The two callers name the host differently, so that the journal tells them apart.
pub struct Clients {
    pub veeam: Vec<veeam::Client>,
    pub teradata: teradata::Client,
    /// For callers that do not know how to get another token.
    pub one_token: teradata::Config,
    pub vcenter: vcenter::Client,
}

pub struct Stage {
    pub world: World,
    clients: [OnceCell<Clients>; 4],
}

pub const HOSTS: [&str; 2] = ["127.0.0.1", "localhost"];
const SLOW: Duration = Duration::from_millis(40);
const REQUEST: Duration = Duration::from_secs(2);

pub fn request_timeout(plan: &Plan) -> Duration {
    if plan.slow { SLOW } else { REQUEST }
}

impl Stage {
    pub fn new() -> Self {
        Self { world: World::new(), clients: Default::default() }
    }

    fn clients(&self, who: usize, slow: bool) -> &Clients {
        self.clients[who * 2 + usize::from(slow)].get_or_init(|| {
            let world = &self.world;
            let host = |url: &str| url.replace(HOSTS[0], HOSTS[who]);
            let mut options = ClientOptions::default();
            options.trust = world.trust();
            options.request_timeout = if slow { SLOW } else { REQUEST };
            options.connect_timeout = REQUEST;
            options.retry = RetryPolicy {
                attempts: 3,
                total: Duration::from_secs(2),
                base: Duration::from_micros(50),
                cap: Duration::from_micros(100),
            };
            let veeam = veeam::Dialect::ALL.iter().map(|dialect| {
                let mut config = world.veeam_config(*dialect);
                config.url = host(&config.url);
                config.options = options.clone();
                veeam::Client::new(config).unwrap()
            });
            let sim = Arc::clone(&world.sim);
            let source = teradata::TokenSource::callback(move || {
                Ok(Secret::new(sim.truth()["teradata"]["token"].as_str().unwrap_or_default()))
            });
            let mut config = world.teradata_config(source);
            config.url = host(&config.url);
            config.options = options.clone();
            let mut one_token = config.clone();
            one_token.token = "sim-teradata-token".into();
            let mut appliance = world.vcenter_config();
            appliance.url = host(&appliance.url);
            appliance.options = options.clone();
            Clients {
                veeam: veeam.collect(),
                teradata: teradata::Client::new(config).unwrap(),
                one_token,
                vcenter: vcenter::Client::new(appliance).unwrap(),
            }
        })
    }

    /// Plays the plan from a world at its start; returns what each caller saw.
    pub fn play(&self, plan: &Plan, caller: &dyn Caller) -> Vec<Log> {
        let sim = &self.world.sim;
        sim.reset();
        let scene = Scene {
            plan,
            world: &self.world,
            servers: (0..2).map(|who| self.server(plan, who)).collect(),
            clients: (0..2).map(|who| self.clients(who, plan.slow)).collect(),
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
            sim.script(plan.system, plan.job, script.clone()).unwrap();
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
        let travels = |e: &serde_json::Value| {
            e["fault"].as_str().is_some_and(|f| f.starts_with("delay")) && e["status"].is_null()
        };
        let late =
            |rule: &serde_json::Value| rule["action"]["kind"].as_str().is_some_and(|kind| kind.starts_with("delay"));
        if plan.rules.iter().any(late) && sim.journal().as_array().is_some_and(|all| all.iter().any(travels)) {
            std::thread::sleep(Duration::from_millis(90));
        }
        logs
    }

    fn server(&self, plan: &Plan, who: usize) -> Server {
        let clients = self.clients(who, plan.slow);
        match plan.system {
            System::Veeam => clients.veeam.iter().find(|c| c.dialect() == plan.dialect).unwrap().server(),
            System::Teradata => clients.teradata.server(),
            System::Vcenter => clients.vcenter.server(Some(backup_plan())).unwrap(),
        }
    }
}

/// One interleaving as the callers see it.
pub struct Scene<'a> {
    pub plan: &'a Plan,
    world: &'a World,
    pub servers: Vec<Server>,
    pub clients: Vec<SharedClients<'a>>,
    done: Mutex<Vec<bool>>,
}

type SharedClients<'a> = &'a Clients;

impl Scene<'_> {
    /// The virtual time.
    pub fn now(&self) -> Timestamp {
        self.world.sim.clock(json!({})).unwrap()["now"].as_str().unwrap().parse().unwrap()
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
        let (sim, plan) = (&self.world.sim, self.plan);
        match deed {
            // Refused where the job runs already.
            Deed::Scheduler => drop(sim.run(plan.system, plan.job)),
            Deed::Advance(seconds) => sim.advance(*seconds).unwrap(),
            Deed::Revoke => sim.revoke(plan.system),
            Deed::Stop => drop(self.servers[0].stop(plan.job)),
        }
    }
}
