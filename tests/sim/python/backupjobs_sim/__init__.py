"""A simulator of three backup APIs: Veeam Backup for Microsoft 365, Teradata VantageCloud BaaS, VMware vCenter.

::

    import backupjobs_sim

    with backupjobs_sim.Simulator() as sim:
        print(sim.veeam.url, sim.ca_file)
        sim.advance(60)

For pytest there are fixtures: see ``backupjobs_sim.pytest_plugin``.
"""

from .clock import Clock
from .faults import Fault, Faults
from .journal import Entry, Journal
from .simulator import Server, Simulator, SimulatorError, System, find_command

__all__ = [
    "Clock",
    "Entry",
    "Fault",
    "Faults",
    "Journal",
    "Server",
    "Simulator",
    "SimulatorError",
    "System",
    "find_command",
]
