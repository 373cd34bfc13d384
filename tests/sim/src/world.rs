//! One instance: the three rooms with their clock, knobs, faults and journal. No sockets, no globals.

use crate::action::Action;
use crate::clock::{Change, Clock};
use crate::faults::Faults;
use crate::http::{Request, Response};
use crate::journal::{Journal, Ticket};
use crate::knobs::Knobs;
use crate::port::Ports;
use crate::vendor::{Ctx, Script, Vendor};
use crate::{teradata, vcenter, veeam};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The three simulated products.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum System {
    /// Veeam Backup for Microsoft 365.
    Veeam,
    /// Teradata VantageCloud BaaS.
    Teradata,
    /// VMware vCenter Server Appliance.
    Vcenter,
}

impl System {
    /// All three, in the order of the ready line.
    pub const ALL: [Self; 3] = [Self::Veeam, Self::Teradata, Self::Vcenter];

    /// The word for it everywhere.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Veeam => "veeam",
            Self::Teradata => "teradata",
            Self::Vcenter => "vcenter",
        }
    }
}

impl std::fmt::Display for System {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}

impl std::str::FromStr for System {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|s| s.word() == word)
            .ok_or_else(|| format!("no system '{word}'; there are veeam, teradata and vcenter"))
    }
}

/// A hundred years; a run longer than that would leave the calendar.
const MAX_SCRIPT_S: u64 = 100 * 366 * 24 * 3600;

/// One product with the address of its listener.
struct Room {
    vendor: Box<dyn Vendor>,
    base_url: String,
}

/// Builds the three products at their start, in the order of [`System::ALL`].
type Builder = fn() -> [Box<dyn Vendor>; 3];

fn products() -> [Box<dyn Vendor>; 3] {
    [Box::new(veeam::State::new()), Box::new(teradata::State::new()), Box::new(vcenter::State::new())]
}

/// Everything that is so inside one simulator.
pub struct World {
    /// The virtual time.
    pub clock: Clock,
    /// The settings of every guess.
    pub knobs: Knobs,
    /// What goes wrong on the way.
    pub faults: Faults,
    /// What was asked.
    pub journal: Journal,
    /// Which of the vendors listen.
    pub ports: Ports,
    rooms: [Room; 3],
    build: Builder,
}

impl World {
    /// A world at its start; `base_urls` in the order of [`System::ALL`].
    #[must_use]
    pub fn new(base_urls: [String; 3]) -> Self {
        let knobs = Knobs::new(&[veeam::knobs::KNOBS, teradata::knobs::KNOBS, vcenter::knobs::KNOBS]);
        Self::build(base_urls, knobs, products)
    }

    fn build(base_urls: [String; 3], knobs: Knobs, build: Builder) -> Self {
        let [a, b, c] = build();
        let [url_a, url_b, url_c] = base_urls;
        let room = |vendor, base_url| Room { vendor, base_url };
        Self {
            clock: Clock::default(),
            knobs,
            faults: Faults::default(),
            journal: Journal::default(),
            ports: Ports::default(),
            rooms: [room(a, url_a), room(b, url_b), room(c, url_c)],
            build,
        }
    }

    /// The virtual time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The product in that room, moved on to this very moment, and what it may know.
    fn enter(&mut self, system: System) -> (&mut dyn Vendor, Ctx<'_>) {
        let [veeam, teradata, vcenter] = &mut self.rooms;
        let room = match system {
            System::Veeam => veeam,
            System::Teradata => teradata,
            System::Vcenter => vcenter,
        };
        let ctx = Ctx { now: self.clock.now(), knobs: &self.knobs, base_url: &room.base_url };
        room.vendor.tick(&ctx);
        (room.vendor.as_mut(), ctx)
    }

    fn tick(&mut self) {
        for system in System::ALL {
            self.enter(system);
        }
    }

    /// A request has come in: moves the clock, draws the fault, writes the journal. The vendor has not seen it yet.
    pub fn arrive(&mut self, system: System, request: &Request) -> (Ticket, Option<Action>) {
        self.clock.request();
        let action = self.faults.strike(system, &request.method, &request.path);
        let kind = action.as_ref().map(Action::kind);
        let ticket = self.journal.arrived(self.now(), system, request, kind);
        (ticket, action)
    }

    /// The same request has come in once more, by the doing of a fault.
    pub fn arrive_again(&mut self, system: System, request: &Request, fault: &Action) -> Ticket {
        self.clock.request();
        self.journal.arrived(self.now(), system, request, Some(fault.kind()))
    }

    /// The vendor's answer.
    pub fn process(&mut self, system: System, request: &Request) -> Response {
        let (vendor, ctx) = self.enter(system);
        vendor.handle(&ctx, request)
    }

    /// Moves or changes the clock, and the world with it.
    pub fn change_clock(&mut self, change: Change) -> Result<(), String> {
        // What happened until now happened under the old clock.
        self.tick();
        self.clock.change(change)?;
        self.tick();
        Ok(())
    }

    /// Sets how the next run of a job goes.
    pub fn script(&mut self, system: System, job: &str, script: Script) -> Result<(), String> {
        if script.queued_s > MAX_SCRIPT_S || script.duration_s > MAX_SCRIPT_S {
            return Err(format!("a run waits and takes at most {MAX_SCRIPT_S} s"));
        }
        self.enter(system).0.script(job, script)
    }

    /// Starts a run as the vendor's scheduler would; returns its truth.
    pub fn run(&mut self, system: System, job: &str) -> Result<Value, String> {
        let (vendor, ctx) = self.enter(system);
        vendor.run(&ctx, job)
    }

    /// Lets every token and session of one system die.
    pub fn revoke(&mut self, system: System) {
        self.enter(system).0.revoke();
    }

    /// Sets several knobs, or none when one is wrong.
    pub fn set_knobs(&mut self, values: serde_json::Map<String, Value>) -> Result<(), String> {
        let mut knobs = self.knobs.clone();
        for (name, value) in values {
            knobs.set(&name, value)?;
        }
        // What happened until now happened under the old knobs.
        self.tick();
        self.knobs = knobs;
        Ok(())
    }

    /// Everything that is so, as `GET /truth` shows it.
    pub fn truth(&mut self) -> Value {
        let mut truth = json!({"now": self.now().to_string()});
        for system in System::ALL {
            truth[system.word()] = self.enter(system).0.truth();
        }
        truth
    }

    /// Users, passwords and ids of one system for the ready line, with its address.
    #[must_use]
    pub fn access(&self, system: System) -> Value {
        let room = &self.rooms[system as usize];
        let mut access = room.vendor.access();
        if !access.is_object() {
            access = json!({});
        }
        access["url"] = json!(room.base_url);
        access
    }

    /// Everything back to the start; tokens die too, addresses stay.
    pub fn reset(&mut self) {
        for (room, vendor) in self.rooms.iter_mut().zip((self.build)()) {
            room.vendor = vendor;
        }
        self.clock = Clock::default();
        self.knobs.reset();
        self.faults = Faults::default();
        self.ports.open_all();
        // Emptied rather than replaced: it must recognise answers that belong to the time before.
        self.journal.clear();
    }
}

#[cfg(test)]
pub(crate) mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::knobs::{Fidelity, Knob};

    const KNOBS: &[Knob] = &[Knob {
        name: "stub.word",
        default: "\"a\"",
        values: &["\"a\"", "\"b\""],
        fidelity: Fidelity::Guessed,
        about: "A word.",
    }];

    /// A room that counts what it is asked to do.
    #[derive(Default)]
    struct Stub {
        ticked_to: String,
        runs: Vec<Value>,
        revoked: u64,
    }

    impl Vendor for Stub {
        fn name(&self) -> &'static str {
            "stub"
        }
        fn tick(&mut self, ctx: &Ctx<'_>) {
            self.ticked_to = ctx.now.to_string();
        }
        fn handle(&mut self, ctx: &Ctx<'_>, req: &Request) -> Response {
            if req.path == "/start" {
                self.runs.push(json!({"origin": "api"}));
            }
            let body = json!({
                "at": ctx.now.to_string(), "word": ctx.knobs.text("stub.word"), "base": ctx.base_url,
                "query": req.query, "body": String::from_utf8_lossy(&req.body),
            });
            Response::json(200, "application/json", &body).with_header("x-stub", "yes")
        }
        fn script(&mut self, job: &str, _script: Script) -> Result<(), String> {
            if job == "job" { Ok(()) } else { Err(format!("no job '{job}'")) }
        }
        fn run(&mut self, ctx: &Ctx<'_>, job: &str) -> Result<Value, String> {
            self.runs.push(json!({"origin": "scheduler"}));
            Ok(json!({"job": job, "started": ctx.now.to_string()}))
        }
        fn revoke(&mut self) {
            self.revoked += 1;
        }
        fn truth(&self) -> Value {
            json!({"ticked_to": self.ticked_to, "runs": self.runs, "revoked": self.revoked})
        }
        fn access(&self) -> Value {
            json!({"username": "u"})
        }
    }

    /// A world of three stubs.
    pub(crate) fn stub_world() -> World {
        World::build(["https://a", "https://b", "https://c"].map(String::from), Knobs::new(&[KNOBS]), || {
            [Box::new(Stub::default()), Box::new(Stub::default()), Box::new(Stub::default())]
        })
    }

    fn start() -> Request {
        Request { method: "POST".into(), path: "/start".into(), ..Request::default() }
    }

    #[test]
    fn the_systems_have_one_word_each() {
        for system in System::ALL {
            assert_eq!(system.word().parse::<System>().unwrap(), system);
            assert_eq!(json!(system), system.word());
        }
        assert!("Veeam".parse::<System>().is_err());
    }

    #[test]
    fn the_rooms_sit_at_their_words() {
        for (system, vendor) in System::ALL.into_iter().zip(products()) {
            assert_eq!(vendor.name(), system.word());
        }
    }

    #[test]
    fn a_request_goes_to_its_own_room_only() {
        let mut world = stub_world();
        let answer = world.process(System::Teradata, &start());
        assert!(String::from_utf8(answer.body).unwrap().contains("https://b"));
        let truth = world.truth();
        assert_eq!(truth["teradata"]["runs"].as_array().unwrap().len(), 1);
        assert_eq!(truth["veeam"]["runs"].as_array().unwrap().len(), 0);
        assert_eq!(world.access(System::Teradata), json!({"username": "u", "url": "https://b"}));
    }

    #[test]
    fn the_truth_is_of_this_moment() {
        let mut world = stub_world();
        world.change_clock(Change::advance(60)).unwrap();
        let truth = world.truth();
        assert_eq!(truth["now"], "2026-01-15T08:01:00Z");
        assert_eq!(truth["vcenter"]["ticked_to"], "2026-01-15T08:01:00Z");
    }

    #[test]
    fn a_reset_brings_back_the_start() {
        let mut world = stub_world();
        let before = world.truth();
        world.change_clock(Change::advance(60)).unwrap();
        world.arrive(System::Veeam, &start());
        world.process(System::Veeam, &start());
        world.revoke(System::Veeam);
        world.run(System::Veeam, "job").unwrap();
        let knob = json!({"stub.word": "b"});
        world.set_knobs(knob.as_object().unwrap().clone()).unwrap();
        let rule = json!({"action": {"kind": "reset_before"}});
        world.faults.add(serde_json::from_value(rule).unwrap()).unwrap();
        world.ports.set(System::Vcenter, false);
        assert_ne!(world.truth(), before);
        world.reset();
        assert_eq!(world.truth(), before);
        assert_eq!(world.knobs.text("stub.word"), "a");
        assert_eq!(world.faults.shown(), json!([]));
        assert_eq!(world.journal.shown(), json!([]));
        assert_eq!(world.ports.shown(), json!({"veeam": true, "teradata": true, "vcenter": true}));
        assert_eq!(world.access(System::Veeam)["url"], "https://a");
    }

    #[test]
    fn knobs_are_set_together_or_not_at_all() {
        let mut world = stub_world();
        let both = json!({"stub.word": "b", "zzz": 1});
        assert!(world.set_knobs(both.as_object().unwrap().clone()).is_err());
        assert_eq!(world.knobs.text("stub.word"), "a");
    }

    #[test]
    fn a_script_beyond_the_calendar_is_refused() {
        let mut world = stub_world();
        let script = Script { duration_s: u64::MAX, ..Script::default() };
        assert!(world.script(System::Veeam, "job", script).is_err());
        assert!(world.script(System::Veeam, "job", Script::default()).is_ok());
        assert!(world.script(System::Veeam, "other", Script::default()).is_err());
    }
}
