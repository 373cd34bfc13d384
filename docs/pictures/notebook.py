"""Runs a real notebook and keeps it as HTML."""

from __future__ import annotations

import os
from pathlib import Path

import nbclient
import nbformat
from nbconvert import HTMLExporter

CELLS = [
    """import os
from backupjobs import veeam

client = veeam.Client(os.environ["VEEAM_URL"], version=8, username=os.environ["VEEAM_USER"], password=os.environ["VEEAM_PASSWORD"])
server = client.server()
server""",
    "server.jobs()",
    """job = server.jobs()[0]
run = server.wait(job, server.start(job).run, progress=True, poll_min=0.2, poll_max=0.2)""",
    "run.verdict()",
    """server.runs(job).to_pandas()[["started", "ended", "outcome", "objects"]]""",
]


def executed(environment: dict[str, str], folder: Path) -> str:
    """The notebook with its outputs."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    place = {"metadata": {"path": str(folder)}}
    client = nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources=place)
    client.execute(env={**os.environ, **environment})
    for cell in notebook.cells:
        for output in cell.outputs:
            assert output.output_type != "error", output
    # What it would load from elsewhere is not needed for the picture.
    exporter = HTMLExporter(template_name="lab", mathjax_url="", require_js_url="", jquery_url="")
    return exporter.from_notebook_node(notebook)[0]
