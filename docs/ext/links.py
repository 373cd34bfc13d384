"""Makes links of code in the text that names something of the reference: ``server.wait``, ``veeam.Client``, ``Rows``.

So pages and docstrings need no markup of their own, and read well where there is none.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from library import aliases

#: What examples call their objects.
EXAMPLES = {
    "account": "backupjobs.Account",
    "aio": "backupjobs.aio",
    "client": "backupjobs.veeam.Client",
    "clock": "backupjobs_sim.Clock",
    "error": "backupjobs.BackupJobsError",
    "faults": "backupjobs_sim.Faults",
    "job": "backupjobs.Job",
    "journal": "backupjobs_sim.Journal",
    "progress": "backupjobs.Progress",
    "report": "backupjobs.Report",
    "run": "backupjobs.Run",
    "runs": "backupjobs.Rows",
    "server": "backupjobs.Server",
    "sim": "backupjobs_sim.Simulator",
    "started": "backupjobs.Started",
    "ticket": "backupjobs.Ticket",
    "verdict": "backupjobs.Verdict",
}
#: Types that are Python's own, and T, any type.
PYTHONS = set(
    """
    Any AsyncIterator BaseException Callable CapsuleType ConnectionError Enum Exception Iterable Iterator Literal Logger
    LoggerAdapter LookupError Mapping None Path PathLike PermissionError Sequence T TimeoutError TracebackType UserWarning
    ValueError AttributeError ImportError TypeError bool bytes datetime dict float int list object os.PathLike str timedelta
    tuple type
    """.split()
)
NAME = re.compile(r"([A-Za-z_]\w*(?:\.\w+)*)(\(.*\))?$", re.S)


def meant(text: str, inside: list[str], known: dict[str, Any]) -> str | None:
    """The thing that a piece of code names, if it names one of ours.

    :param inside: the class and the module around it
    """
    match = NAME.match(text)
    if match is None:
        return None
    name = match[1]
    first, dot, rest = name.partition(".")
    # A word in small letters is a parameter, or anything, unless it is called.
    if not dot and not (match[2] or name[:1].isupper()):
        return None
    candidates = [name, *(f"{around}.{name}" for around in inside), f"backupjobs.{name}"]
    if dot and first in EXAMPLES:
        candidates.insert(0, f"{EXAMPLES[first]}.{rest}")
    for candidate in candidates:
        # A class may be called by another of its names.
        parts = candidate.split(".")
        for at in range(len(parts), 0, -1):
            whole = ".".join([aliases().get(".".join(parts[:at]), ".".join(parts[:at])), *parts[at:]])
            if whole in known:
                return whole
    return None


class Links(SphinxPostTransform):
    default_priority = 100
    formats = ("html",)

    def run(self, **_: Any) -> None:
        known = self.env.domains.python_domain.objects
        builder = self.app.builder
        for code in list(self.document.findall(nodes.literal)):
            if isinstance(code.parent, (nodes.reference, nodes.title)) or code.get("classes") == ["xref"]:
                continue
            name = meant(code.astext(), self._inside(code), known)
            if name is not None:
                entry = known[name]
                address = f"{builder.get_relative_uri(self.env.docname, entry.docname)}#{entry.node_id}"
                link = nodes.reference("", "", code.deepcopy(), internal=True, refuri=address, reftitle=name)
                code.replace_self(link)

    @staticmethod
    def _inside(node: nodes.Node) -> list[str]:
        around = []
        parent = node.parent
        while parent is not None:
            if isinstance(parent, addnodes.desc):
                signature = parent.next_node(addnodes.desc_signature)
                if signature is not None and signature.get("module"):
                    around.append(f"{signature['module']}.{signature['fullname']}")
                    around.append(signature["module"])
            parent = parent.parent
        return around


def leave_pythons(app: Sphinx, tree: nodes.document) -> None:
    """Names of Python's own library lead nowhere: they would have to be looked up in the network."""
    for link in list(tree.findall(addnodes.pending_xref)):
        if link.get("refdomain") == "py" and link["reftarget"] in PYTHONS:
            # A name in a signature has two forms; "*" is the one that is shown as it stands.
            forms = {form["condition"]: form for form in link.children if isinstance(form, addnodes.pending_xref_condition)}
            link.replace_self(forms.get("*", link).children)


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("doctree-read", leave_pythons)
    app.add_post_transform(Links)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
