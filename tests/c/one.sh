#!/bin/sh
# Runs one program, by its path, against a simulator of its own; $RUN is put before it. For run.sh.
set -u
name=$(basename "$1")
work=$(mktemp -d)
# The simulator ends when its stdin, which this shell holds open, is closed.
mkfifo "$work/stdin"
"$BACKUPJOBS_SIM" <"$work/stdin" >"$work/ready" &
simulator=$!
exec 9>"$work/stdin"
trap 'exec 9>&-; wait "$simulator" 2>/dev/null; rm -rf "$work"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    [ -s "$work/ready" ] && break
    sleep 0.1
done
# The ready line and the ids of two jobs, as variables.
variables=$(python3 - "$work/ready" <<'PYTHON'
import json, shlex, sys, urllib.request

ready = json.loads(open(sys.argv[1], encoding="utf-8").readline())
truth = json.load(urllib.request.urlopen(ready["control"] + "/truth"))
values = {"CONTROL_PORT": ready["control"].rsplit(":", 1)[1], "CA_FILE": ready["ca_file"], "LEAF_SHA256": ready["leaf_sha256"]}
for system in ("veeam", "teradata", "vcenter"):
    for name, value in ready[system].items():
        if isinstance(value, str):
            values[f"{system}_{name}".upper()] = value
    jobs = truth[system].get("jobs") or []
    if jobs:
        values[f"{system}_JOB".upper()] = str(jobs[0]["id"])
for name, value in values.items():
    print(f"export SIM_{name}={shlex.quote(value)}")
PYTHON
) || exit 1
eval "$variables"
# shellcheck disable=SC2086
$RUN "$1" 9>&- && exit 0
echo "$name: FAILED" >&2
exit 1
