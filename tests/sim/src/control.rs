//! The control port: the levers behind the stage, as JSON over plain HTTP.

use crate::clock::Change;
use crate::faults::Rule;
use crate::vendor::Script;
use crate::world::{System, World};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Every path with the methods it takes.
const PATHS: &[(&str, &[&str])] = &[
    ("/truth", &["GET"]),
    ("/clock", &["GET", "POST"]),
    ("/script", &["POST"]),
    ("/run", &["POST"]),
    ("/revoke", &["POST"]),
    ("/knobs", &["GET", "POST"]),
    ("/faults", &["GET", "POST", "DELETE"]),
    ("/faults/{id}", &["DELETE"]),
    ("/ports", &["GET", "POST"]),
    ("/journal", &["GET", "DELETE"]),
    ("/reset", &["POST"]),
    ("/shutdown", &["POST"]),
];

/// Why a command was refused.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// What was wrong.
    pub error: String,
}

impl From<String> for Refusal {
    fn from(error: String) -> Self {
        Self { status: 400, error }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScriptBody {
    system: System,
    job: String,
    outcome: Option<String>,
    queued_s: Option<u64>,
    duration_s: Option<u64>,
    message: Option<String>,
}

impl ScriptBody {
    fn script(self) -> (System, String, Script) {
        let default = Script::default();
        let script = Script {
            outcome: self.outcome.unwrap_or(default.outcome),
            queued_s: self.queued_s.unwrap_or(default.queued_s),
            duration_s: self.duration_s.unwrap_or(default.duration_s),
            message: self.message.unwrap_or(default.message),
        };
        (self.system, self.job, script)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RunBody {
    system: System,
    job: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RevokeBody {
    system: System,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PortBody {
    system: System,
    open: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoBody {}

/// Carries out one command. Stopping the server on `POST /shutdown` is the server's business.
pub fn command(world: &mut World, method: &str, path: &str, body: &[u8]) -> Result<Value, Refusal> {
    match (method, path) {
        ("GET", "/truth") => Ok(world.truth()),
        ("GET", "/clock") => Ok(world.clock.shown()),
        ("POST", "/clock") => {
            world.change_clock(read::<Change>(body)?)?;
            Ok(world.clock.shown())
        }
        ("POST", "/script") => {
            let (system, job, script) = read::<ScriptBody>(body)?.script();
            world.script(system, &job, script)?;
            Ok(json!({}))
        }
        ("POST", "/run") => {
            let run: RunBody = read(body)?;
            Ok(world.run(run.system, &run.job)?)
        }
        ("POST", "/revoke") => {
            world.revoke(read::<RevokeBody>(body)?.system);
            Ok(json!({}))
        }
        ("GET", "/knobs") => Ok(world.knobs.all()),
        ("POST", "/knobs") => {
            world.set_knobs(read(body)?)?;
            Ok(world.knobs.all())
        }
        ("GET", "/faults") => Ok(world.faults.shown()),
        ("POST", "/faults") => Ok(json!({"id": world.faults.add(read::<Rule>(body)?)?})),
        ("DELETE", "/faults") => Ok(json!({"removed": world.faults.clear()})),
        ("GET", "/ports") => Ok(world.ports.shown()),
        ("POST", "/ports") => {
            let port: PortBody = read(body)?;
            world.ports.set(port.system, port.open);
            Ok(world.ports.shown())
        }
        ("GET", "/journal") => Ok(world.journal.shown()),
        ("DELETE", "/journal") => Ok(json!({"removed": world.journal.clear()})),
        ("POST", "/reset") => {
            nothing(body)?;
            world.reset();
            Ok(world.clock.shown())
        }
        ("POST", "/shutdown") => {
            nothing(body)?;
            Ok(json!({}))
        }
        ("DELETE", _) if path.starts_with("/faults/") => remove_fault(world, path),
        _ => Err(unknown(method, path)),
    }
}

fn remove_fault(world: &mut World, path: &str) -> Result<Value, Refusal> {
    let id = path.trim_start_matches("/faults/");
    match id.parse() {
        Ok(id) if world.faults.remove(id) => Ok(json!({"removed": 1})),
        _ => Err(Refusal { status: 404, error: format!("no fault rule '{id}'") }),
    }
}

fn unknown(method: &str, path: &str) -> Refusal {
    let shape = match path.strip_prefix("/faults/") {
        Some(_) => "/faults/{id}",
        None => path,
    };
    match PATHS.iter().find(|(known, _)| *known == shape) {
        Some((_, methods)) => {
            Refusal { status: 405, error: format!("{shape} takes {}, not {method}", methods.join(" and ")) }
        }
        None => Refusal {
            status: 404,
            error: format!(
                "no '{path}' here; there are {}",
                PATHS.iter().map(|(p, _)| *p).collect::<Vec<_>>().join(" ")
            ),
        },
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(body).map_err(|e| Refusal::from(format!("the body: {e}")))
}

/// The body of a command that needs none: empty, or `{}` from clients that always send one.
fn nothing(body: &[u8]) -> Result<(), Refusal> {
    if body.is_empty() {
        return Ok(());
    }
    read::<NoBody>(body).map(|NoBody {}| ())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::world::tests::stub_world;

    fn ask(world: &mut World, method: &str, path: &str, body: Value) -> Result<Value, Refusal> {
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        command(world, method, path, &body)
    }

    #[test]
    fn every_listed_path_takes_its_methods_and_no_other() {
        for (path, methods) in PATHS {
            for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
                let mut world = stub_world();
                let path = path.replace("{id}", "1");
                let answer = ask(&mut world, method, &path, Value::Null);
                let known = !matches!(&answer, Err(r) if r.status == 405);
                assert_eq!(known, methods.contains(&method), "{method} {path}: {answer:?}");
            }
        }
        assert_eq!(ask(&mut stub_world(), "GET", "/", Value::Null).unwrap_err().status, 404);
    }

    #[test]
    fn the_clock_moves() {
        let mut world = stub_world();
        let clock = ask(&mut world, "POST", "/clock", json!({"advance_s": 60})).unwrap();
        assert_eq!(clock, json!({"now": "2026-01-15T08:01:00Z", "mode": "manual", "scale": null, "per_request_s": 0}));
        assert_eq!(ask(&mut world, "GET", "/clock", Value::Null).unwrap(), clock);
        assert_eq!(ask(&mut world, "GET", "/truth", Value::Null).unwrap()["now"], clock["now"]);
    }

    #[test]
    fn scripts_runs_and_revocations_reach_their_room() {
        let mut world = stub_world();
        let script = json!({"system": "veeam", "job": "job", "outcome": "warning", "queued_s": 0, "duration_s": 120, "message": "m"});
        assert_eq!(ask(&mut world, "POST", "/script", script), Ok(json!({})));
        assert!(ask(&mut world, "POST", "/script", json!({"system": "veeam", "job": "job"})).is_ok());
        let run = ask(&mut world, "POST", "/run", json!({"system": "vcenter", "job": "job"})).unwrap();
        assert_eq!(run["job"], "job");
        ask(&mut world, "POST", "/revoke", json!({"system": "teradata"})).unwrap();
        let truth = world.truth();
        assert_eq!(truth["vcenter"]["runs"][0]["origin"], "scheduler");
        assert_eq!((&truth["teradata"]["revoked"], &truth["veeam"]["revoked"]), (&json!(1), &json!(0)));
    }

    #[test]
    fn knobs_faults_and_journal_are_shown_and_changed() {
        let mut world = stub_world();
        let knobs = ask(&mut world, "POST", "/knobs", json!({"stub.word": "b"})).unwrap();
        assert_eq!(knobs[0]["value"], "b");
        assert_eq!(ask(&mut world, "GET", "/knobs", Value::Null).unwrap(), knobs);
        let rule = json!({"system": "veeam", "action": {"kind": "reset_before"}});
        assert_eq!(ask(&mut world, "POST", "/faults", rule.clone()).unwrap(), json!({"id": 1}));
        assert_eq!(ask(&mut world, "POST", "/faults", rule).unwrap(), json!({"id": 2}));
        assert_eq!(ask(&mut world, "DELETE", "/faults/1", Value::Null).unwrap(), json!({"removed": 1}));
        assert_eq!(ask(&mut world, "DELETE", "/faults/1", Value::Null).unwrap_err().status, 404);
        assert_eq!(ask(&mut world, "GET", "/faults", Value::Null).unwrap()[0]["id"], 2);
        assert_eq!(ask(&mut world, "DELETE", "/faults", Value::Null).unwrap(), json!({"removed": 1}));
        let ports = json!({"veeam": true, "teradata": false, "vcenter": true});
        assert_eq!(ask(&mut world, "POST", "/ports", json!({"system": "teradata", "open": false})).unwrap(), ports);
        assert_eq!(ask(&mut world, "GET", "/ports", Value::Null).unwrap(), ports);
        world.arrive(System::Veeam, &crate::http::Request::default());
        assert_eq!(ask(&mut world, "GET", "/journal", Value::Null).unwrap()[0]["n"], 1);
        assert_eq!(ask(&mut world, "DELETE", "/journal", Value::Null).unwrap(), json!({"removed": 1}));
        assert_eq!(ask(&mut world, "POST", "/reset", Value::Null).unwrap()["now"], "2026-01-15T08:00:00Z");
        assert_eq!(ask(&mut world, "GET", "/knobs", Value::Null).unwrap()[0]["value"], "a");
    }

    #[test]
    fn unknown_members_and_wrong_bodies_are_refused() {
        for (path, body) in [
            ("/clock", json!({"advance": 1})),
            ("/script", json!({"system": "veeam", "job": "job", "result": "failed"})),
            ("/script", json!({"system": "veeam"})),
            ("/script", json!({"system": "veeam", "job": "none"})),
            ("/script", json!({"system": "vmware", "job": "job"})),
            ("/run", json!({"system": "veeam", "job": "job", "x": 1})),
            ("/revoke", json!({"system": "veeam", "job": "job"})),
            ("/revoke", Value::Null),
            ("/knobs", json!({"stub.other": 1})),
            ("/knobs", json!({"stub.word": 1})),
            ("/knobs", json!([])),
            ("/faults", json!({"action": {"kind": "explode"}})),
            ("/faults", json!({"path": "/x", "action": {"kind": "connect_reset"}})),
            ("/ports", json!({"system": "veeam"})),
            ("/ports", json!({"veeam": false})),
            ("/reset", json!({"x": 1})),
            ("/shutdown", json!([1])),
        ] {
            let refusal = ask(&mut stub_world(), "POST", path, body.clone()).unwrap_err();
            assert_eq!(refusal.status, 400, "{path} {body}");
            assert!(!refusal.error.is_empty(), "{path} {body}");
        }
        assert_eq!(command(&mut stub_world(), "POST", "/clock", b"{").unwrap_err().status, 400);
    }
}
