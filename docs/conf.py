"""How the documentation site is built: `make docs`. See README.md."""

from __future__ import annotations

import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "ext"))

project = "backupjobs"
author = "the backupjobs authors"
release = re.search(r'^version = "(.+)"$', (HERE.parent / "Cargo.toml").read_text(), re.M)[1]
copyright = "the backupjobs authors, MIT or Apache-2.0"

extensions = ["myst_parser", "reference", "links", "marks"]
exclude_patterns = ["README.md", "ext", "pictures"]

# A name that leads nowhere is an error (`make docs` builds with -n -W), but for those of Python's own library, which would have
# to be looked up in the network, and for T, any type.
PYTHONS = """
    Any ArrowInvalid AsyncIterator Awaitable Callable Ellipsis Enum Exception GenericAlias Iterable Iterator Literal Logger
    LoggerAdapter Mapping None Path PathLike Sequence CapsuleType TracebackType
    bool bytes dict float int list object str tuple type
    BaseException ConnectionError LookupError PermissionError TimeoutError UserWarning ValueError Warning
    datetime timedelta os.PathLike
    AttributeError ImportError TypeError
    T
"""
nitpick_ignore = [(kind, name) for kind in ("py:class", "py:exc", "py:obj") for name in PYTHONS.split()]

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
# Files of the repository; the tests look that they are there.
REPOSITORY = "https://github.com/backupjobs/backupjobs/blob/main/"
myst_url_schemes = {"http": None, "https": None, "repo": {"url": REPOSITORY + "{{path}}#{{fragment}}"}}

default_role = "code"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 76
python_display_short_literal_types = True
add_module_names = False
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_title = "backupjobs"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {
    "source_repository": "https://github.com/backupjobs/backupjobs/",
    "source_branch": "main",
    "source_directory": "docs/",
    "light_css_variables": {"color-brand-primary": "#0b5e55", "color-brand-content": "#0b5e55"},
    "dark_css_variables": {"color-brand-primary": "#5cc9bb", "color-brand-content": "#5cc9bb"},
}
