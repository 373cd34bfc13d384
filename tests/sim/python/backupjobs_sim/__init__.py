"""A simulator of three backup APIs: Veeam Backup for Microsoft 365, Teradata VantageCloud BaaS, VMware vCenter.

::

    import backupjobs_sim

    with backupjobs_sim.Simulator() as sim:
        print(sim.veeam.url, sim.ca_file)
        sim.advance(60)
"""

from .simulator import Server, Simulator, SimulatorError, System, find_command

__all__ = ["Server", "Simulator", "SimulatorError", "System", "find_command"]
