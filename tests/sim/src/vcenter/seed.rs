//! The appliance as it begins, on 2026-01-15T08:00:00Z: three nightly backups behind it, the oldest of them failed, and the
//! schedule that made them, which has been switched off (so that nothing runs that a test did not ask for).

use super::piece::Piece;
use super::runs::{Backup, End};
use super::schedules::Schedule;
use super::shape::later;
use super::version::Version;
use crate::vendor::Script;
use jiff::Timestamp;
use serde_json::json;
use std::collections::VecDeque;

/// The name that the appliance's own pages give to a schedule.
pub(super) const SCHEDULE: &str = "default";

/// The first moment.
pub(super) fn beginning() -> Timestamp {
    at("2026-01-15T08:00:00Z")
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap_or(Timestamp::UNIX_EPOCH)
}

/// What the schedule (or a colleague at the console) backs up.
pub(super) fn scheduled_piece() -> Piece {
    Piece {
        parts: vec!["common".into(), "seat".into()],
        backup_password: None,
        location_type: "SFTP".into(),
        location: "sftp://backup.example.net/vcsa".into(),
        location_user: "vcbackup".into(),
        comment: String::new(),
        fast_backup: None,
    }
}

/// The schedule.
pub(super) fn schedules() -> Vec<Schedule> {
    let spec = json!({
        "enable": false,
        "location": "sftp://backup.example.net/vcsa",
        "location_user": "vcbackup",
        "parts": ["seat"],
        "recurrence_info": {"hour": 23, "minute": 0},
        "retention_info": {"max_count": 7},
    });
    vec![Schedule { id: SCHEDULE.into(), spec: spec.as_object().cloned().unwrap_or_default(), missed: 0 }]
}

/// Past backups, newest first.
pub(super) fn backups() -> VecDeque<Backup> {
    [
        ("20260114-230000", "2026-01-14T23:00:00.412Z", 731, "success", ""),
        ("20260113-230000", "2026-01-13T23:00:00.388Z", 748, "success", ""),
        ("20260112-230000", "2026-01-12T23:00:00.401Z", 64, "failed", "Full backup not allowed during VM snapshot"),
    ]
    .into_iter()
    .map(|(stamp, start, duration_s, outcome, text)| {
        let started = at(start);
        Backup {
            id: format!("{stamp}-13010631"),
            origin: "scheduler",
            seeded: true,
            user: None,
            schedule: Some(SCHEDULE.into()),
            kind: "SCHEDULED".into(),
            version: Version::V672.appliance(),
            piece: scheduled_piece(),
            started,
            plan: Script { outcome: outcome.into(), queued_s: 0, duration_s, message: text.into() },
            cancel: None,
            end: Some(End {
                at: later(started, duration_s),
                outcome: outcome.into(),
                progress: if outcome == "success" { 100 } else { 10 },
            }),
            pruned: false,
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn ids_carry_the_start() {
        for backup in backups() {
            let stamp = backup.started.strftime("%Y%m%d-%H%M%S").to_string();
            assert!(backup.id.starts_with(&stamp), "{}", backup.id);
            assert!(backup.end.unwrap().at < beginning());
        }
    }
}
