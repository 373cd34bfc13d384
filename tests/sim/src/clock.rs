//! The virtual clock: it stands still unless told to move, so a day of backups fits into a test of milliseconds.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Instant;

/// 2026-01-15T08:00:00Z, where every instance begins.
const START: Timestamp = Timestamp::constant(1_768_464_000, 0);
/// 2100-01-01T00:00:00Z. The rooms add durations to `now`; stopping here keeps all their sums inside the calendar.
const END: Timestamp = Timestamp::constant(4_102_444_800, 0);
/// The fastest real clock: a day in less than a tenth of a second.
const MAX_SCALE: f64 = 1e6;

/// How the clock moves between two commands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mode {
    /// Only when told to.
    Manual,
    /// With the machine's clock, `scale` times as fast.
    Real { scale: f64 },
}

/// The words for [`Mode`] on the control port.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ModeWord {
    Manual,
    Real,
}

/// The body of `POST /clock`; every member is optional.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    advance_s: Option<u64>,
    mode: Option<ModeWord>,
    scale: Option<f64>,
    per_request_s: Option<u64>,
}

impl Change {
    /// Moves the clock on by that many seconds.
    #[must_use]
    pub fn advance(seconds: u64) -> Self {
        Self { advance_s: Some(seconds), ..Self::default() }
    }

    /// Lets the clock run with the machine's, `scale` times as fast.
    #[must_use]
    pub fn real(scale: f64) -> Self {
        Self { mode: Some(ModeWord::Real), scale: Some(scale), ..Self::default() }
    }
}

/// One instance's virtual time.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// The virtual time at `since`.
    at: Timestamp,
    since: Instant,
    mode: Mode,
    per_request_s: u64,
}

impl Default for Clock {
    fn default() -> Self {
        Self { at: START, since: Instant::now(), mode: Mode::Manual, per_request_s: 0 }
    }
}

impl Clock {
    /// The virtual time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let passed = match self.mode {
            Mode::Manual => SignedDuration::ZERO,
            Mode::Real { scale } => SignedDuration::try_from_secs_f64(self.since.elapsed().as_secs_f64() * scale)
                .unwrap_or(SignedDuration::MAX),
        };
        self.at.checked_add(passed).map_or(END, |t| t.min(END))
    }

    /// Does what `POST /clock` asks, wholly or not at all.
    pub fn change(&mut self, change: Change) -> Result<(), String> {
        let mode = match (change.mode, change.scale, self.mode) {
            (None, None, mode) => mode,
            (Some(ModeWord::Manual), None, _) => Mode::Manual,
            (Some(ModeWord::Manual), Some(_), _) | (None, Some(_), Mode::Manual) => {
                return Err("'scale' goes with mode 'real'".into());
            }
            (Some(ModeWord::Real), scale, _) => Mode::Real { scale: scale.unwrap_or(1.0) },
            (None, Some(scale), Mode::Real { .. }) => Mode::Real { scale },
        };
        if let Mode::Real { scale } = mode
            && !(scale > 0.0 && scale <= MAX_SCALE)
        {
            return Err(format!("'scale' is more than 0 and at most {MAX_SCALE}"));
        }
        let at = later(self.now(), change.advance_s.unwrap_or(0))
            .ok_or_else(|| format!("'advance_s' leads beyond {END}, where the clock ends"))?;
        *self =
            Self { at, since: Instant::now(), mode, per_request_s: change.per_request_s.unwrap_or(self.per_request_s) };
        Ok(())
    }

    /// Moves on by `per_request_s`; called before each vendor request.
    pub fn request(&mut self) {
        if self.per_request_s > 0 {
            self.at = later(self.at, self.per_request_s).unwrap_or(END);
        }
    }

    /// The answer to `GET /clock`.
    #[must_use]
    pub fn shown(&self) -> Value {
        let (mode, scale) = match self.mode {
            Mode::Manual => ("manual", None),
            Mode::Real { scale } => ("real", Some(scale)),
        };
        json!({
            "now": self.now().to_string(), "mode": mode, "scale": scale, "per_request_s": self.per_request_s,
        })
    }
}

fn later(at: Timestamp, seconds: u64) -> Option<Timestamp> {
    let seconds = i64::try_from(seconds).ok()?;
    let later = at.checked_add(SignedDuration::from_secs(seconds)).ok()?;
    (later <= END).then_some(later)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn change(clock: &mut Clock, body: Value) -> Result<(), String> {
        let change = serde_json::from_value(body).map_err(|e| e.to_string())?;
        clock.change(change)
    }

    #[test]
    fn it_begins_at_the_promised_second_and_stands_still() {
        let clock = Clock::default();
        assert_eq!(clock.now().to_string(), "2026-01-15T08:00:00Z");
        std::thread::sleep(std::time::Duration::from_millis(5));
        assert_eq!(clock.now(), START);
    }

    #[test]
    fn it_advances_when_told_and_with_requests() {
        let mut clock = Clock::default();
        change(&mut clock, json!({"advance_s": 90, "per_request_s": 5})).unwrap();
        assert_eq!(clock.now().to_string(), "2026-01-15T08:01:30Z");
        clock.request();
        clock.request();
        assert_eq!(clock.now().to_string(), "2026-01-15T08:01:40Z");
        assert_eq!(clock.shown()["per_request_s"], 5);
    }

    #[test]
    fn a_real_clock_runs_scaled_and_stops_without_jumping_back() {
        let mut clock = Clock::default();
        change(&mut clock, json!({"mode": "real", "scale": 1000})).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(20));
        let running = clock.now();
        assert!(running >= later(START, 20).unwrap(), "{running}");
        change(&mut clock, json!({"mode": "manual"})).unwrap();
        let stopped = clock.now();
        assert!(stopped >= running);
        std::thread::sleep(std::time::Duration::from_millis(5));
        assert_eq!(clock.now(), stopped);
    }

    #[test]
    fn wrong_changes_are_refused_and_change_nothing() {
        for body in [
            json!({"advance": 1}),
            json!({"advance_s": -1}),
            json!({"advance_s": 1, "scale": 2}),
            json!({"advance_s": 1, "mode": "manual", "scale": 2}),
            json!({"advance_s": 1, "mode": "real", "scale": 0}),
            json!({"advance_s": 1, "mode": "real", "scale": 1e300}),
            json!({"advance_s": u64::MAX}),
            json!({"advance_s": 4_000_000_000_u64}),
        ] {
            let mut clock = Clock::default();
            assert!(change(&mut clock, body.clone()).is_err(), "{body}");
            assert_eq!(clock.now(), START, "{body}");
        }
    }

    #[test]
    fn it_ends_in_2100_whatever_drives_it() {
        let mut clock = Clock::default();
        change(&mut clock, json!({"advance_s": (END.as_second() - START.as_second()), "per_request_s": u64::MAX}))
            .unwrap();
        clock.request();
        assert_eq!(clock.now(), END);
    }
}
