"""Breaks of the ABI that are planted, and found; and additions, which are none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from abi import breaks
from declarations import declarations

BREAKS = {
    "a function is removed": (r"BKJ_API\s+void bkj_run_free\(.*?\);", ""),
    "a function is renamed": (r"\bbkj_run_free\(", "bkj_run_delete("),
    "a parameter is added": (r"void bkj_run_free\(", "void bkj_run_free(int32_t how, "),
    "a parameter is removed": (r"(bkj_run_list_at\([^;]*?),\s*size_t index\)", r"\1)"),
    "a parameter is wider": (r"(bkj_run_list_at\([^;]*?)size_t index\)", r"\1unsigned __int128 index)"),
    "a parameter has another sign": (r"const char \*bkj_phase_name\(int32_t", "const char *bkj_phase_name(uint32_t"),
    "a parameter is another object": (r"void bkj_run_free\(struct bkj_run \*", "void bkj_run_free(struct bkj_job *"),
    "a parameter is one pointer more": (r"void bkj_run_free\(struct bkj_run \*", "void bkj_run_free(struct bkj_run **"),
    "two parameters are swapped": (r"(bkj_run_list_at\()([^;]*?),\s*(size_t index)\)", r"\1\3, \2)"),
    "a result is another type": (r"int32_t bkj_version_number\(", "int64_t bkj_version_number("),
    "a result is gone": (r"int32_t bkj_version_number\(", "void bkj_version_number("),
    "a status is wider": (r"typedef int32_t bkj_status;", "typedef int64_t bkj_status;"),
    "a callback has a parameter more": (r"typedef void \(\*bkj_release_callback\)\(", r"\g<0>int32_t why, "),
    "a number is changed": (r"(#define BKJ_PHASE_FINISHED) 3", r"\1 4"),
    "two numbers are swapped": (r"(#define BKJ_PHASE_QUEUED) 1(.*?)(#define BKJ_PHASE_RUNNING) 2", r"\1 2\2\3 1"),
    "a number is removed": (r"#define BKJ_PHASE_FINISHED 3", ""),
    "a text is changed": (r'"appliance-backup"', '"appliance"'),
    "a type is renamed": (r"\bbkj_cancel_token\b(?!_)", "bkj_token"),
    "a type needs struct": (r"typedef struct bkj_run bkj_run;", "struct bkj_run;"),
}
ADDITIONS = {
    "a function": (r"BKJ_API\s+int32_t bkj_version_number\(void\);", r"\g<0>\nBKJ_API int32_t bkj_made_up(const struct bkj_run *run);"),
    "a number": (r"#define BKJ_PHASE_FINISHED 3", r"\g<0>\n#define BKJ_PHASE_MADE_UP 4"),
    "a text": (r"#define BKJ_PHASE_FINISHED 3", r'\g<0>\n#define BKJ_MADE_UP "made up"'),
    "a type": (r"typedef struct bkj_run bkj_run;", r"\g<0>\ntypedef struct bkj_made_up bkj_made_up;"),
    "a deprecation": (r"BKJ_API\s+int32_t bkj_version_number", r'BKJ_API BKJ_DEPRECATED("made up") int32_t bkj_version_number'),
    "another name of a parameter": (r"void bkj_run_free\(struct bkj_run \*run\)", "void bkj_run_free(struct bkj_run *gone)"),
    "another version": (r"#define BKJ_VERSION_MINOR \d+", "#define BKJ_VERSION_MINOR 99"),
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libraries")


def edited(header: str, edit: tuple[str, str]) -> str:
    changed = re.sub(*edit, header, flags=re.S)
    assert changed != header, "nothing was planted"
    return changed


@pytest.mark.parametrize("edit", BREAKS.values(), ids=BREAKS)
def test_a_break_is_found(header: str, edit: tuple[str, str], folder: Path) -> None:
    assert breaks(header, edited(header, edit), folder)


@pytest.mark.parametrize("edit", ADDITIONS.values(), ids=ADDITIONS)
def test_an_addition_is_no_break(header: str, edit: tuple[str, str], folder: Path) -> None:
    assert breaks(header, edited(header, edit), folder) == []


def test_the_order_of_the_header_is_no_matter(header: str) -> None:
    first, second = (re.search(rf"BKJ_API[^;]*?\b{name}\([^;]*;", header) for name in ("bkj_version", "bkj_run_free"))
    assert first is not None and second is not None
    swapped = header.replace(first[0], "@").replace(second[0], first[0]).replace("@", second[0])
    assert swapped != header
    assert declarations(swapped) == declarations(header)


def test_a_type_that_is_not_opaque_is_refused(header: str) -> None:
    with pytest.raises(AssertionError, match="not opaque"):
        declarations(edited(header, (r"struct bkj_teradata_job;", "struct bkj_teradata_job { int32_t number; };")))
