"""What a simulator is to do wrong."""

from __future__ import annotations

from typing import Any, Dict, Iterator, Optional

from .simulator import Simulator, SimulatorError, System


class Fault:
    """One fault rule. As a context manager it is there for a block only."""

    def __init__(self, sim: Simulator, id: int) -> None:
        self._sim = sim
        self.id = id

    @property
    def hits(self) -> int:
        """How many requests it has hit."""
        return int(self._rule()["hit"])

    @property
    def seen(self) -> int:
        """How many requests matched it, hit or not."""
        return int(self._rule()["seen"])

    def remove(self) -> None:
        """Takes it away."""
        self._sim.clear_faults(self.id)

    def _rule(self) -> Dict[str, Any]:
        for rule in self._sim.fault_rules():
            if rule["id"] == self.id:
                return rule
        raise SimulatorError(f"fault {self.id} has been removed")

    def __enter__(self) -> Fault:
        return self

    def __exit__(self, *_: object) -> None:
        if any(rule["id"] == self.id for rule in self._sim.fault_rules()):
            self.remove()

    def __repr__(self) -> str:
        return f"<Fault {self.id}>"


class Faults:
    """The fault rules of a simulator; the kinds are in the README of backupjobs-sim.

    ::

        fault = faults.add("status", system="veeam", path="/Jobs", status=503)
        ...
        assert fault.hits == 1
    """

    def __init__(self, sim: Simulator) -> None:
        self._sim = sim

    def add(
        self,
        kind: str,
        *,
        system: Optional[System] = None,
        method: Optional[str] = None,
        path: Optional[str] = None,
        skip: int = 0,
        times: int = 1,
        **members: Any,
    ) -> Fault:
        """Adds a rule.

        :param kind: what happens, such as ``"reset_after"``
        :param path: a part of the path of the requests that it hits
        :param skip: how many requests it lets pass
        :param times: how many requests are hit; 0 means for ever
        :param members: what that kind takes, such as ``status=503``
        """
        rule = self._sim.faults(
            kind, system=system, method=method, path=path, skip=skip, times=times, **members
        )
        return Fault(self._sim, rule)

    def clear(self) -> None:
        """Takes all rules away."""
        self._sim.clear_faults()

    def __iter__(self) -> Iterator[Fault]:
        return iter([Fault(self._sim, rule["id"]) for rule in self._sim.fault_rules()])

    def __len__(self) -> int:
        return len(self._sim.fault_rules())

    def __repr__(self) -> str:
        return f"<Faults {list(self)}>"
