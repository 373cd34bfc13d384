"""What the demo shows: one backup on each system, one of each ending, at thirty times the speed of the clock."""

from dataclasses import dataclass
from typing import Any

SCALE = 30


@dataclass(frozen=True)
class Act:
    system: str
    job: str
    what: str
    outcome: str
    seconds: int  # Of the virtual clock.
    message: str
    level: str  # The verdict that must come out.


ACTS = [
    Act("teradata", "71", "sales_nightly", "success", 150, "", "ok"),
    Act(
        "veeam",
        "3396ba22-21b1-4666-a631-0edfc12a59cd",
        "Contoso mail",
        "warning",
        210,
        "2 mailboxes could not be read",
        "warning",
    ),
    Act(
        "vcenter",
        "appliance-backup",
        "Appliance backup",
        "failed",
        120,
        "Full backup not allowed during VM snapshot",
        "critical",
    ),
]


def prepare(sim: Any) -> None:
    """Tells the simulator how the three runs will go, and lets its clock run."""
    for act in ACTS:
        sim.script(
            act.system, act.job, outcome=act.outcome, duration_s=act.seconds, queued_s=15, message=act.message
        )
    sim.clock(mode="real", scale=SCALE)


def table(rows: "list[tuple[str, ...]]") -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)
