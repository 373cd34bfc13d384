#!/usr/bin/env bash
# Builds and tries the wheel for free-threaded Python 3.14, which needs one of its own: freethreaded.sh PYTHON OUT PYTHON_FT
# Without such an interpreter, whether the code compiles for one. From 3.15 on, one wheel (abi3t) serves all.
set -euo pipefail
python=$1 out=$2 free=${3:-}
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$out"
mkdir -p "$out"

if [ -z "$free" ]; then
    cat > "$out/pyo3.txt" <<'CONFIG'
implementation=CPython
version=3.14
build_flags=Py_GIL_DISABLED
CONFIG
    # A place of its own: the other builds are not to be thrown away for it.
    CARGO_TARGET_DIR="$out/target" PYO3_CONFIG_FILE="$out/pyo3.txt" "${CARGO:-cargo}" check --quiet --locked -p backupjobs-py
    echo "compiles for free-threaded Python 3.14; not run: name an interpreter, PYTHON_FT=python3.14t"
    exit 0
fi

"$free" -c 'import sys, sysconfig; sys.exit(not sysconfig.get_config_var("Py_GIL_DISABLED"))' || {
    echo "$free is not free-threaded" >&2
    exit 1
}
"$python" -m maturin build --quiet --locked --profile dev --interpreter "$free" --out "$out"
"$free" -m venv "$out/venv"
"$out/venv/bin/python" -m pip install --quiet --no-index --no-deps "$out"/backupjobs-*.whl
"$out/venv/bin/python" -m pip install --quiet --require-hashes -r "$here/../requirements.txt"
PYTHON_GIL=0 "$out/venv/bin/python" -W error -c 'import sys, backupjobs; sys.exit(sys._is_gil_enabled())'
# The tests of threads, forks, signals and endings are those that the lock may have hidden something from.
cd "$here/../python"
"$out/venv/bin/python" -m pytest -q test_blocking.py test_processes.py test_hosts.py test_interrupt.py test_aio.py
