"""Runs a real notebook and keeps it as HTML."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbclient
import nbformat
from nbconvert import HTMLExporter
from nbformat import NotebookNode

CELLS = [
    """from os import environ

from backupjobs import Secret, veeam

secret = Secret.from_env("VEEAM_PASSWORD")
client = veeam.Client(environ["VEEAM_URL"], version=8, username=environ["VEEAM_USER"], password=secret)
server = client.server()
server""",
    "server.jobs()",
    """job = server.jobs()[0]
run = server.wait(job, server.start(job).run, progress=True, poll_min=0.2, poll_max=0.2)""",
    "run",
    """server.runs(job, limit=5).to_pandas()[["started", "ended", "outcome", "objects"]]""",
]


def inside(output: NotebookNode, widgets: dict[str, Any]) -> list[NotebookNode]:
    """An output; of a widget that frames outputs, these: without a notebook server nobody draws the frame."""
    view = output.get("data", {}).get("application/vnd.jupyter.widget-view+json")
    if view is None:
        return [output]
    return [nbformat.from_dict(framed) for framed in widgets[view["model_id"]]["state"]["outputs"]]


def executed(environment: dict[str, str], folder: Path) -> str:
    """The notebook with its outputs."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    place = {"metadata": {"path": str(folder)}}
    client = nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources=place)
    client.execute(env={**os.environ, **environment})
    widgets = notebook.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]
    for cell in notebook.cells:
        cell.outputs = [shown for output in cell.outputs for shown in inside(output, widgets)]
        assert all(output.output_type != "error" for output in cell.outputs), cell
    # What it would load from elsewhere is not needed for the picture.
    exporter = HTMLExporter(template_name="lab", mathjax_url="", require_js_url="", jquery_url="")
    return exporter.from_notebook_node(notebook)[0]
