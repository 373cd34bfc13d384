//! Lists whose paging is not documented.

use crate::common::World;
use crate::{prepared, requests};
use backupjobs::{ErrorKind, Outcome};
use serde_json::{Value, json};

#[test]
fn a_second_page_is_asked_for_only_when_there_may_be_one() {
    let world = World::new();
    let client = world.teradata();
    assert_eq!(client.site_executions().unwrap().len(), 26);
    assert_eq!(requests(&world), 1, "26 rows are no whole number of tens");
    world.sim.knob("teradata.executions_paging", json!("paged")).unwrap();
    assert_eq!(client.job_executions("71").unwrap().len(), 12);
    assert_eq!(client.site_executions().unwrap().len(), 26);
    prepared(&world, &client);
    assert_eq!(client.backup_objects("71", "905").unwrap().len(), 12);
    assert_eq!(client.databases().unwrap().len(), 13);
    world.sim.clear_journal();
    assert_eq!(client.iter_site_executions().unwrap().take(10).count(), 10);
    assert_eq!(requests(&world), 1, "one page is enough");
    let queries: Vec<Value> = {
        world.sim.clear_journal();
        client.site_executions().unwrap();
        world.sim.journal().as_array().unwrap().iter().map(|e| e["query"].clone()).collect()
    };
    assert_eq!(queries, [json!([]), json!([["page", "2"]]), json!([["page", "3"]])]);
}

#[test]
fn a_server_that_does_not_page_ends_the_list() {
    let world = World::new();
    let client = world.teradata();
    world.sim.knob("teradata.executions_paging", json!("capped")).unwrap();
    assert_eq!(client.job_executions("71").unwrap().len(), 10);
    assert_eq!(requests(&world), 2, "the same page came again");
    for status in [400, 404] {
        let rule = json!({"path": "/71/executions", "skip": 1, "action": {"kind": "status", "status": status}});
        world.sim.fault(rule).unwrap();
        assert_eq!(client.job_executions("71").unwrap().len(), 10, "{status}");
    }
    world
        .sim
        .fault(json!({"path": "/71/executions", "skip": 1, "times": 0, "action": {"kind": "status", "status": 503}}))
        .unwrap();
    assert_eq!(client.job_executions("71").unwrap_err().kind(), ErrorKind::Unavailable);
}

#[test]
fn the_newest_run_is_found_on_whatever_page_it_is() {
    let world = World::new();
    for (knob, value) in [("teradata.executions_paging", "paged"), ("teradata.executions_order", "oldest_first")] {
        world.sim.knob(knob, json!(value)).unwrap();
    }
    let server = world.teradata().server();
    assert_eq!(server.runs("71", 1).unwrap()[0].id, "905");
    assert_eq!(server.runs("71", 50).unwrap().len(), 12);
    assert_eq!(server.run("71", "905").unwrap().outcome, Some(Outcome::Success));
}
