//! Every request that differs between the dialects, as it is sent.

use super::*;
use crate::vcenter::{BackupRequest, LocationType, RecurrenceInfo};

/// `METHOD /path?query body`, secrets included.
fn text(request: &Request) -> String {
    let hidden = request.hidden.iter().map(|(name, value)| format!("{name}={}", value.expose()));
    let query: Vec<String> =
        request.query.iter().map(|(name, value)| format!("{name}={value}")).chain(hidden).collect();
    let mark = if query.is_empty() { "" } else { "?" };
    let body = request.body.as_ref().map_or("", |(_, bytes)| std::str::from_utf8(bytes).expect("text"));
    let line = format!("{} /{}{mark}{} {body}", request.method, request.path.join("/"), query.join("&"));
    line.replace("/appliance/recovery", "/…").trim_end().to_owned()
}

fn both(build: impl Fn(Dialect) -> Result<Request>) -> [String; 2] {
    [Dialect::Rest, Dialect::Api].map(|dialect| text(&build(dialect).expect("request")))
}

#[test]
fn paths_verbs_and_wrappers_of_both() {
    let plan = BackupRequest::new(LocationType::Ftp, "ftp://h/d");
    assert_eq!(
        both(|api| api.create(&["backup", "job"], &plan)),
        [
            r#"POST /rest/…/backup/job {"piece":{"parts":[],"location_type":"FTP","location":"ftp://h/d"}}"#,
            r#"POST /api/…/backup/job {"parts":[],"location_type":"FTP","location":"ftp://h/d"}"#,
        ]
    );
    assert_eq!(
        both(|api| api.validate(&["backup"], &plan)),
        [
            r#"POST /rest/…/backup/validate {"piece":{"parts":[],"location_type":"FTP","location":"ftp://h/d"}}"#,
            r#"POST /api/…/backup?action=validate {"parts":[],"location_type":"FTP","location":"ftp://h/d"}"#,
        ]
    );
    assert_eq!(
        both(|api| Ok(api.act(&["backup", "job", "1"], "cancel"))),
        ["POST /rest/…/backup/job/1/cancel", "POST /api/…/backup/job/1?action=cancel"]
    );
    assert_eq!(
        both(|api| Ok(api.backup_details(&["1", "2"]))),
        ["GET /rest/…/backup/job/details?filter.jobs=1&filter.jobs=2", "GET /api/…/backup/job/details?jobs=1&jobs=2"]
    );
    assert_eq!(both(|api| Ok(api.get(&[]))), ["GET /rest/…", "GET /api/…"]);
    assert_eq!(both(|api| Ok(api.session())), ["POST /rest/com/vmware/cis/session?~action=get", "GET /api/session"]);
}

#[test]
fn schedules_of_both() {
    let spec = ScheduleSpec::new("sftp://h/d").recurring(RecurrenceInfo::new(23, 5)).keeping(3).enable(false);
    let sent = r#"{"location":"sftp://h/d","enable":false,"recurrence_info":{"minute":5,"hour":23},"retention_info":{"max_count":3}}"#;
    assert_eq!(
        both(|api| api.create_schedule("default", &spec)),
        [
            format!(r#"POST /rest/…/backup/schedules/default {{"spec":{sent}}}"#),
            format!(r#"POST /api/…/backup/schedules {{"schedule":"default","spec":{sent}}}"#),
        ]
    );
    let update = ScheduleUpdate::new().parts(Vec::<String>::new()).enable(true);
    assert_eq!(
        both(|api| api.update_schedule("default", &update)),
        [
            r#"PUT /rest/…/backup/schedules/update/default {"spec":{"parts":[],"enable":true}}"#,
            r#"PATCH /api/…/backup/schedules/default {"parts":[],"enable":true}"#,
        ]
    );
    assert_eq!(
        both(|api| api.run_schedule("default", Some("by hand"))),
        ["rest", "api"]
            .map(|root| format!(r#"POST /{root}/…/backup/schedules/default?action=run {{"comment":"by hand"}}"#))
    );
    assert_eq!(
        text(&Dialect::Rest.run_schedule("default", None).expect("request")),
        "POST /rest/…/backup/schedules/default?action=run {}"
    );
}

#[test]
fn archives_of_both() {
    let at = Location::new("sftp://h/d").credentials("u", "secret");
    let query =
        ArchiveQuery::default().since("2026-01-15T08:00:00Z".parse().expect("time")).comment("nightly").newest(5);
    let body = r#"{"location":"sftp://h/d","location_user":"u","location_password":"secret"}"#;
    assert_eq!(
        both(|api| api.system_names(&at)),
        [
            "GET /rest/…/backup/system-name?loc_spec.location=sftp://h/d&loc_spec.location_user=u\
             &loc_spec.location_password=secret"
                .to_owned(),
            format!("POST /api/…/backup/system-name?action=list {body}"),
        ]
    );
    assert_eq!(
        both(|api| api.archives("sn_v", &at, &query)),
        [
            "GET /rest/…/backup/system-name/sn_v/archives?loc_spec.location=sftp://h/d&loc_spec.location_user=u\
             &filter_spec.start_timestamp=2026-01-15T08:00:00.000Z&filter_spec.comment_substring=nightly\
             &filter_spec.max_results=5&loc_spec.location_password=secret"
                .to_owned(),
            format!(
                r#"POST /api/…/backup/system-name/sn_v/archives?action=list {{"loc_spec":{body},"filter_spec":{{"start_timestamp":"2026-01-15T08:00:00.000Z","comment_substring":"nightly","max_results":5}}}}"#
            ),
        ]
    );
    assert_eq!(
        both(|api| api.archive("sn_v", "M_1", &at)),
        [
            "GET /rest/…/backup/system-name/sn_v/archives/M_1?spec.location=sftp://h/d&spec.location_user=u\
             &spec.location_password=secret"
                .to_owned(),
            format!("POST /api/…/backup/system-name/sn_v/archives/M_1?action=get {body}"),
        ]
    );
}

#[test]
fn only_what_changes_nothing_may_be_repeated() {
    let plan = BackupRequest::new(LocationType::Ftp, "ftp://h/d");
    let at = Location::new("sftp://h/d");
    let update = ScheduleUpdate::new().enable(true);
    for api in Dialect::ALL {
        for look in [
            api.get(&[]),
            api.session(),
            api.backup_details(&[]),
            api.validate(&["restore"], &plan).expect("request"),
            api.system_names(&at).expect("request"),
            api.archives("s", &at, &ArchiveQuery::default()).expect("request"),
            api.archive("s", "a", &at).expect("request"),
        ] {
            assert!(!look.changes, "{}", text(&look));
        }
        for change in [
            api.create(&["backup", "job"], &plan).expect("request"),
            api.act(&["backup", "job", "1"], "cancel"),
            api.create_schedule("s", &ScheduleSpec::new("sftp://h")).expect("request"),
            api.update_schedule("s", &update).expect("request"),
            api.run_schedule("s", None).expect("request"),
            api.delete(&["backup", "schedules", "s"]),
        ] {
            assert!(change.changes, "{}", text(&change));
        }
    }
}
