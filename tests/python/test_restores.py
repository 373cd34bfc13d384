"""Objects of a backup on Teradata, restores out of it, and what they need to know."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

import backupjobs
from backupjobs import teradata

BACKUP = ("71", "905")


@pytest.fixture
def prepared(td: teradata.Client, sim: Any) -> teradata.Client:
    td.prepare_objects(*BACKUP)
    sim.advance(30)
    return td


def create(td: teradata.Client, sim: Any, *objects: Any, **members: Any) -> str | None:
    access = sim.teradata
    members = {"name": "rollback", "target_site": access.site_id, **members}
    members = {"username": access.username, "password": access.password, **members}
    return td.create_restore(*BACKUP, objects=objects, **members)


def test_objects_are_prepared_then_listed(td: teradata.Client, sim: Any) -> None:
    assert (td.objects_preparation().phase, td.objects_preparation().outcome) == ("unknown", None)
    assert td.prepare_objects(*BACKUP) == "301"
    assert td.objects_preparation().phase == "running"
    with pytest.raises(backupjobs.ConflictError):
        td.backup_objects(*BACKUP)
    sim.advance(30)
    done = td.objects_preparation()
    assert (done.phase, done.outcome, done.status) == ("finished", "success", "SUCCESSFUL")
    objects = td.backup_objects(*BACKUP)
    assert [o.object_name for o in objects][:2] == ["SALES", "SALES_01"]
    assert all(o.byte_count and o.extra == {} for o in objects)
    sim.knobs({"teradata.executions_paging": "paged"})
    sim.clear_journal()
    rows = td.iter_backup_objects(*BACKUP)
    assert next(rows) == objects[0] and len(sim.journal()) == 1
    assert list(rows) == list(objects[1:])


def test_an_unnamed_preparation_is_outcome_unknown(td: teradata.Client, sim: Any) -> None:
    sim.knobs({"teradata.resource_id_header": "absent"})
    with pytest.raises(backupjobs.OutcomeUnknownError) as caught:
        td.prepare_objects(*BACKUP)
    assert caught.value.may_have_taken_effect and len(sim.journal()) == 1


def test_a_restore_is_an_execution(prepared: teradata.Client, sim: Any) -> None:
    selection = teradata.ObjectSelection(
        "SALES",
        parent_name="DBC",
        parent_type="DATABASE",
        rename_to="SALES_OLD",
        exclude_objects=[teradata.ExcludedObject("SALES_TMP", "DATABASE")],
    )
    restore_id = create(prepared, sim, selection, skip_statstics=True)
    assert restore_id == "906"
    sent = json.loads(sim.journal()[-1]["body"])["job_settings"]
    assert (sent["skip_statstics"], sent["run_as_a_copy_job"]) == (True, False)
    assert sent["objects"][0]["exclude_objects"] == [{"object_name": "SALES_TMP", "object_type": "DATABASE"}]
    restore = prepared.restore(*BACKUP, restore_id)
    assert (restore.job_type, restore.execution_name, restore.phase) == ("RESTORE", "rollback", "running")
    assert restore.outcome is None
    assert prepared.execution_restores(*BACKUP) == [restore] == list(prepared.iter_execution_restores(*BACKUP))
    assert prepared.site_restores()[0] == restore == next(prepared.iter_site_restores())
    sim.advance(3600)
    assert prepared.restore(*BACKUP, restore_id).outcome == "success"
    with pytest.raises(backupjobs.NotFoundError):
        prepared.restore(*BACKUP, "905")


def test_objects_of_the_backup_are_restored_as_they_are(prepared: teradata.Client, sim: Any) -> None:
    sim.knobs({"teradata.restore_id_header": "absent"})
    some = prepared.backup_objects(*BACKUP)[1:3]
    assert create(prepared, sim, *some) is None
    objects = json.loads(sim.journal()[-1]["body"])["job_settings"]["objects"]
    assert [o["object_name"] for o in objects] == ["SALES_01", "SALES_02"]
    assert all(o["include_all"] and "byte_count" not in o for o in objects)
    assert len(prepared.execution_restores(*BACKUP)) == 1


def test_restores_that_cannot_work_send_nothing(td: teradata.Client, sim: Any) -> None:
    good = teradata.ObjectSelection("SALES")
    for objects, members, says in (
        ((), {}, "names no object"),
        ((teradata.ObjectSelection(""),), {}, "no name or no type"),
        ((good,), {"name": " "}, "name of the restore is empty"),
        ((good,), {"target_site": ""}, "target site"),
        ((good,), {"username": ""}, "user"),
    ):
        with pytest.raises(backupjobs.InvalidArgumentError, match=says):
            create(td, sim, *objects, **members)
    for odd in ("SALES", None, 5, {"object_name": "SALES"}):
        with pytest.raises(TypeError):
            create(td, sim, odd)
    for ids in (("sales", "905"), ("71", ""), ("71", "..")):
        for call in (td.prepare_objects, td.backup_objects, td.execution_restores):
            with pytest.raises(backupjobs.InvalidArgumentError):
                call(*ids)
    assert not sim.journal()


def test_the_database_user_is_named_in_the_remedy(prepared: teradata.Client, sim: Any) -> None:
    with pytest.raises(backupjobs.UnauthenticatedError) as caught:
        create(prepared, sim, teradata.ObjectSelection("SALES"), password="Canary-7f3a!")
    assert "database user" in caught.value.remedy
    assert "Canary-7f3a!" not in str(caught.value)


def test_permissions(td: teradata.Client, sim: Any) -> None:
    access = sim.teradata
    assert td.restore_permissions().permitted is True
    asked = td.restore_permissions(username=access.username, password="wrong", members={"target_site": "ACMEDR01"})
    assert (asked.permitted, asked.extra) == (False, {})
    assert json.loads(sim.journal()[-1]["body"]) == {"target_site": "ACMEDR01"}
    sim.knobs({"teradata.permissions_body": "flag"})
    assert (td.restore_permissions().permitted, td.restore_permissions().extra) == (None, {"value": True})
    for half in ({"username": "u"}, {"password": "p"}):
        with pytest.raises(TypeError):
            td.restore_permissions(**half)


def test_databases(td: teradata.Client, sim: Any) -> None:
    names = [database.name for database in td.databases()]
    assert len(names) == 13 and names == sorted(name for name in names if name)
    assert list(td.iter_databases()) == td.databases()
    sim.knobs({"teradata.databases_rows": "database_name"})
    assert (td.databases()[0].name, td.databases()[0].extra) == (None, {"database_name": "AUDIT"})


def test_selections_are_values() -> None:
    one = teradata.ObjectSelection("SALES", rename_to="OLD", extra={"x": 1})
    assert one == teradata.ObjectSelection("SALES", "DATABASE", rename_to="OLD", extra={"x": 1})
    assert one != teradata.ObjectSelection("SALES") and one.include_all is True
    assert pickle.loads(pickle.dumps(one)) == one
    assert "SALES" in repr(one) and "OLD" in repr(one)
