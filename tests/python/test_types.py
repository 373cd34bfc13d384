"""The stubs and the words against the native module."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import backupjobs
from backupjobs import _native, teradata, trust, types, vcenter, veeam

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


@pytest.mark.parametrize("name", _native.WORDS)
def test_words(name: str) -> None:
    module_name, _, class_name = name.rpartition(".")
    module: Any = {"": types, "veeam": veeam, "teradata": teradata, "vcenter": vcenter}[module_name]
    owner = getattr(module, class_name)
    assert issubclass(owner, types.Word)
    assert sorted(member.value for member in owner) == sorted(_native.WORDS[name])
    assert owner.__doc__ and class_name in module.__all__


def test_no_class_of_words_is_missed() -> None:
    for prefix, module in (("", types), ("veeam.", veeam), ("teradata.", teradata), ("vcenter.", vcenter)):
        classes = {name: value for name, value in vars(module).items() if isinstance(value, type)}
        found = {f"{prefix}{name}" for name, value in classes.items() if issubclass(value, types.Word) and len(value)}
        assert found <= set(_native.WORDS)


def test_names_for_annotations_have_the_same_words() -> None:
    text = Path(types.__file__).read_text(encoding="utf-8")
    for name in ("System", "Phase", "Outcome", "Origin", "Level", "IfRunning", "Verb", "Stage", "LogLevel"):
        (line,) = [line for line in text.splitlines() if line.strip().startswith(f"{name}Name = Union[{name}, Literal[")]
        found = set(line.split("Literal[", 1)[1].rstrip("]").replace('"', "").split(", "))
        assert found == set(_native.WORDS[name])


def test_the_package_exports_what_it_says() -> None:
    for module in (backupjobs, types, trust, veeam, teradata, vcenter, backupjobs.exceptions):
        assert all(hasattr(module, name) for name in module.__all__)
        assert len(set(module.__all__)) == len(module.__all__)
    assert backupjobs.__version__ == _native.__version__
    modules = (backupjobs, trust, veeam, teradata, vcenter)
    exported = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    public = {name: value for name, value in vars(_native).items() if not name.startswith("_")}
    missing = {name for name, value in public.items() if isinstance(value, type) and value not in exported}
    assert not missing, "a native class that no module exports"


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=HERE, capture_output=True, text=True, timeout=300, check=False
    )


def test_the_stub_describes_the_native_module() -> None:
    pytest.importorskip("mypy")
    result = run("mypy.stubtest", "backupjobs._native")
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_strict_type_checker_understands_a_user() -> None:
    pytest.importorskip("mypy")
    result = run("mypy", "--strict", "--no-incremental", "usage.py")
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_strict_type_checker_finds_slips(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    slips = [
        "run.phase == Phase.RUNING",
        "run.to_dict(names='wire')",
        "run.phase = 'running'",
        "run.started + 1",
        "server.start(5)",
        "server.start('j', if_running='maybe')",
        "server.wait('j', 'r', progress=lambda: None)",
        "client.explore_job('j')",
        "client.explore_job('j', datetime='x')",
        "veeam.Client('https://x')",
        "teradata.Client('https://x', site_id='s', token=lambda: 5)",
        "for job in server.jobs(): job.nothing",
    ]
    head = (
        "from backupjobs import Phase, Run, Server, teradata, veeam\n"
        "def check(run: Run, server: Server, client: veeam.Client) -> None:\n"
    )
    file = tmp_path / "slips.py"
    file.write_text(head + "".join(f"    {slip}\n" for slip in slips), encoding="utf-8")
    result = run("mypy", "--strict", "--no-incremental", str(file))
    wrong = {int(line.split(":")[1]) - 3 for line in result.stdout.splitlines() if ": error:" in line}
    assert wrong == set(range(len(slips))), result.stdout


def test_what_nobody_asks_for_is_not_loaded() -> None:
    code = """
import sys, backupjobs
own = lambda: {name.partition(".")[2] for name in sys.modules if name.startswith("backupjobs.")}
assert own() == {"_native"}, own()
from backupjobs import vcenter
assert own() == {"_native", "types", "vcenter"}, own()
assert backupjobs.TlsError.__name__ == "TlsError" and "exceptions" in own()
assert set(backupjobs.__all__) <= set(dir(backupjobs)) and not hasattr(backupjobs, "nothing")
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
