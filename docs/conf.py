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
pygments_dark_style = "github-dark"
html_title = "backupjobs"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b5e55", "color-brand-content": "#0b5e55"},
    "dark_css_variables": {"color-brand-primary": "#5cc9bb", "color-brand-content": "#5cc9bb"},
}
