"""Writes seeds out of what the simulator has said in the scenarios (target/exchanges/scenarios.jsonl).

python3 tests/fuzz/seeds.py <exchanges.jsonl> [<folder>]

For every kind of answer, in every dialect, the smallest one that is not empty; lists are cut to two rows. Without a folder they
go to tests/fuzz/corpus, where they are committed: run it again when the simulator's answers have changed. What was written by
hand has a name that begins with "hand", and is left alone.
"""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ID = r"[0-9a-f-]{36}"

# Path behind the version (or what corresponds to it), number of the call and of the object in src/. None: no such.
KINDS = {
    "veeam": [
        ("GET", "/Jobs", 0, 0),
        ("GET", f"/Organizations/{ID}/Jobs", 1, 0),
        ("GET", f"/Jobs/{ID}", 2, 0),
        ("GET", "/CopyJobs", 3, 2),
        ("GET", f"/CopyJobs/{ID}", 5, 2),
        ("GET", f"/Jobs/{ID}/CopyJob", 6, 2),
        ("GET", f"/CopyJobs/{ID}/BackupJob", 7, 0),
        ("POST", f"/CopyJobs/{ID}/start", 8, 1),
        ("POST", f"/Jobs/{ID}/explore", 9, 3),
        ("GET", f"/Jobs/{ID}/SelectedItems", 10, 11),
        ("GET", f"/Jobs/{ID}/ExcludedItems", 11, 11),
        ("GET", f"/JobSessions/{ID}/LogItems", 12, 10),
        ("GET", f"/JobSessions/{ID}/LogItems/{ID}", 14, 10),
        ("GET", "/Organizations", 15, 6),
        ("GET", f"/Organizations/{ID}", 17, 6),
        ("GET", f"/Organizations/{ID}/usedRepositories", 18, 7),
        ("GET", f"/JobSessions/{ID}/ProcessedObjects", 19, 9),
        ("GET", "/BackupRepositories", 20, 8),
        ("GET", f"/BackupRepositories/{ID}", 22, 8),
        ("GET", f"/RestoreSessions/{ID}/Events", 23, 4),
        ("GET", f"/RestoreSessions/{ID}/Statistics", 24, 5),
        ("GET", "/RestoreSessions", 25, 3),
        ("GET", f"/RestoreSessions/{ID}", 26, 3),
        ("GET", f"/Jobs/{ID}/JobSessions", 27, 1),
        ("GET", "/JobSessions", 28, 1),
        ("GET", f"/JobSessions/{ID}", 29, 1),
        ("GET", "/ServiceInstance", 30, 20),
        ("GET", "/Health", 31, 21),
        ("POST", f"/Jobs/{ID}/start", 33, 1),
    ],
    "vcenter": [
        ("GET", "/backup/job", 0, None),
        ("GET", r"/backup/job/\d[\w-]*", 1, 0),
        ("GET", "/backup/job/details", 3, 1),
        ("GET", "/backup/schedules", 4, 3),
        ("GET", r"/backup/schedules/\w+", 5, 3),
        ("GET|POST", "/backup/system-name", 7, None),
        ("GET|POST", r"/backup/system-name/[\w.]+/archives", 8, 6),
        ("GET|POST", r"/backup/system-name/[\w.]+/archives/\S+", 9, 7),
        ("GET", "/backup/parts", 10, 11),
        ("GET", r"/backup/parts/\w+", 11, None),
        ("GET", "session", 12, 12),
        ("POST", "/backup/job", 13, 0),
        ("POST", "/backup/validate", 14, 9),
        ("POST", r"/backup/job/\d[\w-]*(/cancel)?", 15, 9),
        ("POST", "/restore/validate", None, 8),
    ],
    "teradata": [
        ("GET", "/jobs", 0, 0),
        ("GET", r"/jobs/\d+", 2, 0),
        ("GET", "/executions", 3, 1),
        ("GET", r"/jobs/\d+/executions", 4, 1),
        ("POST", r"/jobs/\d+/execute", 5, None),
        ("GET", "/databases", 6, 10),
        ("GET", r"/jobs/\d+/executions/\d+/objects", 7, 7),
        ("GET", "/objects-preparation-status", 8, 8),
        ("POST", r"/jobs/\d+/executions/\d+/prepare-objects", 9, None),
        ("GET", r"/jobs/\d+/executions/\d+/restores/\d+", 10, 1),
        ("GET", "/restores", 11, 1),
        ("GET", r"/jobs/\d+/executions/\d+/restores", 12, 1),
        ("POST", "/restore-permissions", 13, 9),
    ],
}
# Of the seven versions of Veeam's API, those that differ most: v2, v6 and v8.
DIALECTS = {"veeam": (0, 4, 6), "vcenter": (0, 1), "teradata": (0, 1)}
BEGINNINGS = {
    "veeam": r"/v([2-8])",
    "vcenter": r"/(rest|api)/(?:appliance/recovery|com/vmware/cis/|)",
    "teradata": r"/(data-protection/v2/sites/\w+|api/accounts/[\w-]+/baas)",
}


def kind_of(exchange):
    system = exchange["system"]
    begins = re.match(BEGINNINGS[system], exchange["path"])
    if not begins:
        return None
    rest = exchange["path"][begins.end() :]
    for number, (methods, path, call, model) in enumerate(KINDS[system]):
        if re.fullmatch(path, rest) and exchange["method"] in methods.split("|"):
            dialect = begins.group(1)
            if system == "veeam":
                letter = int(dialect) - 2
            elif system == "vcenter":
                letter = {"api": 0, "rest": 1}[dialect]
            else:
                letter = int(dialect.startswith("api"))
            return number, call, model, letter
    return None


def cut(value, rows=2):
    """The same with lists that have at most so many rows, but for windows of a week."""
    if isinstance(value, list):
        return [cut(row) for row in value[: 168 if value[:1] in ([True], [False]) else rows]]
    if isinstance(value, dict):
        return {name: cut(member) for name, member in value.items()}
    return value


def row_of(body):
    """One object out of an answer."""
    for name in ("value", "results"):
        if isinstance(body, dict) and name in body:
            return row_of(body[name])
    if isinstance(body, list):
        return row_of(body[0]) if body else None
    return body


def main(exchanges, folder):
    calls, models, refusals = {}, {}, {}
    with open(exchanges, encoding="utf-8") as lines:
        for line in lines:
            exchange = json.loads(line)
            found = kind_of(exchange)
            try:
                body = json.loads(exchange["vendor_body"] or "")
            except ValueError:
                continue
            system, status = exchange["system"], exchange["vendor_status"]
            if status >= 300:
                words = re.sub(r"[\d\W_]+|[0-9a-f]{8,}", "", json.dumps(body))
                refusals.setdefault((system, status, words[:200]), json.dumps(body))
                continue
            if not found:
                continue
            number, call, model, dialect = found
            body = cut(body)
            text = json.dumps(body)
            if call is not None and body and len(text) < 3000 and dialect in DIALECTS[system]:
                calls.setdefault((system, number, call, dialect), {})[status, text] = len(text)
            if model is not None and isinstance(row_of(body), dict):
                text = json.dumps(row_of(body))
                if len(text) < 3000 and dialect in DIALECTS[system]:
                    models.setdefault((system, number, model, dialect), {})[text] = len(text)

    written = 0

    def write(target, name, text):
        nonlocal written
        place = folder / target
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
        written += 1

    for old in folder.glob("*/sim-*"):
        old.unlink()
    for (system, number, call, dialect), texts in calls.items():
        # One that is neither the poorest nor the longest.
        status, text = sorted(texts, key=lambda found: (len(found[1]), found))[len(texts) // 2]
        write(f"{system}_calls", f"sim-{number:02}-{dialect}", f"{LETTERS[call]}{LETTERS[dialect]}\n~{status}\n{text}\n")
    for (system, number, model, dialect), texts in models.items():
        write(f"{system}_models", f"sim-{number:02}-{dialect}", LETTERS[model] + max(texts, key=lambda t: (len(t), t)))
    for index, ((system, status, _), text) in enumerate(sorted(refusals.items())):
        letter = LETTERS[("veeam", "vcenter", "teradata").index(system) * 2 + index % 2]
        if len(text) < 2000:
            write("errors", f"sim-{system}-{status}-{index:03}", f"{letter}{'g' if system == 'veeam' else 'a'}\n~{status}\n{text}\n")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{written} seeds written; {size // 1024} KiB in {folder}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "corpus")
