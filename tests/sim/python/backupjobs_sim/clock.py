"""The virtual clock of a simulator."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Dict, Optional, Union

from .simulator import Simulator


class Clock:
    """The clock that the three products go by. It stands still until it is told to move.

    ::

        clock.advance(hours=2)
        clock.per_request(seconds=5)  # so a program that polls sees time pass
    """

    def __init__(self, sim: Simulator) -> None:
        self._sim = sim

    @property
    def now(self) -> datetime:
        """The virtual time, in UTC."""
        return self._time(self._sim.clock())

    def advance(self, by: Optional[Union[int, timedelta]] = None, **units: float) -> datetime:
        """Moves the clock on, by seconds, a ``timedelta``, or the arguments of one; returns the new time."""
        return self._time(self._sim.clock(advance_s=_seconds(by, units)))

    def per_request(self, by: Optional[Union[int, timedelta]] = None, **units: float) -> None:
        """Moves the clock on by so much before each request to a product; by 0 it stands still again."""
        self._sim.clock(per_request_s=_seconds(by, units))

    def run(self, scale: float = 1) -> None:
        """Lets it run, so many times as fast as the real one."""
        self._sim.clock(mode="real", scale=scale)

    def stop(self) -> None:
        """Lets it stand still again."""
        self._sim.clock(mode="manual")

    def __repr__(self) -> str:
        return f"<Clock {self.now.isoformat()}>"

    @staticmethod
    def _time(clock: Dict[str, Any]) -> datetime:
        return datetime.fromisoformat(clock["now"].replace("Z", "+00:00"))


def _seconds(by: Optional[Union[int, timedelta]], units: Dict[str, float]) -> int:
    if (by is None) == (not units):
        raise TypeError("give seconds or a timedelta, or the arguments of a timedelta")
    whole = by if isinstance(by, timedelta) else timedelta(seconds=by or 0)
    return int((whole + timedelta(**units)).total_seconds())
