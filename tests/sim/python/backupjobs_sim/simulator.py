"""Starts the command ``backupjobs-sim`` and speaks to its control port. Standard library only."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import threading
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any, Dict, Iterator, List, Literal, Mapping, Optional, Tuple, Union

System = Literal["veeam", "teradata", "vcenter"]
"""The word for one of the three products."""

_NAME = "backupjobs-sim" + (".exe" if sys.platform == "win32" else "")
_SYSTEMS: Tuple[System, ...] = ("veeam", "teradata", "vcenter")

# Proxies from the environment are for the world outside; the control port is on this machine.
_open = urllib.request.build_opener(urllib.request.ProxyHandler({})).open


class SimulatorError(Exception):
    """The simulator did not start, has ended, or has refused a command."""


class Server(Mapping[str, Any]):
    """How to reach one simulated product: ``url``, and what one needs to log in.

    The members depend on the product (``username``, ``password``, ``token``, ``site_id``, ...); each can be read as an
    attribute or as an item.
    """

    url: str
    """``https://127.0.0.1:port``, without a slash at the end."""
    system: str
    """Which product: ``veeam``, ``teradata`` or ``vcenter``."""
    ca_file: str
    """The certificate authority to trust, PEM."""

    def __init__(self, members: Mapping[str, Any], *, system: str = "", ca_file: str = "") -> None:
        self._members = dict(members)
        self.url = self._members["url"]
        self.system, self.ca_file = system, ca_file

    def environment(self) -> Dict[str, str]:
        """The same for programs, as environment variables: ``VEEAM_URL``, ``VEEAM_USER``, ``VEEAM_PASSWORD``, and so on.

        One for each member, and ``VEEAM_CA``.
        """
        names = {"username": "USER"}
        members = {**self._members, "ca": self.ca_file}
        return {f"{self.system}_{names.get(name, name)}".upper(): str(value) for name, value in members.items()}

    def __getattr__(self, name: str) -> Any:
        # Also reached while unpickling or copying, before there are members.
        members = self.__dict__.get("_members", {})
        if name in members:
            return members[name]
        raise AttributeError(f"no {name!r} here; there are {', '.join(sorted(members))}")

    def __getitem__(self, name: str) -> Any:
        return self._members[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def __repr__(self) -> str:
        return f"Server({self.url!r})"


class Simulator:
    """A running simulator. Ends with its ``with`` block, with :meth:`close`, or with this process."""

    ready: Dict[str, Any]
    """The ready line."""
    ca_file: str
    """The certificate authority to trust, PEM."""
    leaf_sha256: str
    """SHA-256 of the server certificate, lower-case hex, for clients that pin it."""
    control_url: str
    """The control port."""
    veeam: Server
    """Veeam Backup for Microsoft 365."""
    teradata: Server
    """Teradata VantageCloud BaaS."""
    vcenter: Server
    """The VMware vCenter Server Appliance."""

    def __init__(
        self,
        *,
        knobs: Optional[Mapping[str, Any]] = None,
        command: Optional[Union[str, "os.PathLike[str]"]] = None,
        timeout: float = 30.0,
    ) -> None:
        """Starts a simulator and returns when its ports are open.

        :param knobs: settings that differ from the defaults
        :param command: the command to start; searched for when not given
        :param timeout: seconds to wait until it is ready, and for each answer of the control port
        """
        self._timeout = timeout
        program = os.fspath(command) if command is not None else find_command()
        self._knobs = dict(knobs or {})
        # The pipe to its stdin is what ends it when this process is killed.
        self._process = subprocess.Popen(
            [program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        try:
            self.ready = self._read_ready()
            self.ca_file = self.ready["ca_file"]
            self.leaf_sha256 = self.ready["leaf_sha256"]
            self.control_url = self.ready["control"]
            self.veeam, self.teradata, self.vcenter = (self.server(system) for system in _SYSTEMS)
            # Not on the command line: refused here, they come with a sentence that says what there is.
            self._set_knobs()
        except BaseException:
            self._process.kill()
            self.close()
            raise

    def _read_ready(self) -> Dict[str, Any]:
        assert self._process.stdout is not None
        killer = threading.Timer(self._timeout, self._process.kill)
        killer.daemon = True
        killer.start()
        try:
            line = self._process.stdout.readline()
        finally:
            killer.cancel()
        try:
            ready = json.loads(line)
        except ValueError:
            raise SimulatorError("backupjobs-sim did not start; its stderr says why") from None
        if not isinstance(ready, dict) or ready.get("ready") is not True:
            raise SimulatorError(f"this is no ready line of backupjobs-sim: {line!r}")
        return ready

    def __enter__(self) -> Simulator:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        state = "running" if self.running else "ended"
        return f"<Simulator {state}, pid {self._process.pid}>"

    def close(self) -> None:
        """Ends the simulator and waits for its end. Does nothing when it has ended."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        try:
            # Windows has no end of stdin to go by: there it is killed.
            self._process.wait(0 if sys.platform == "win32" else 5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def server(self, system: System) -> Server:
        """The product of that name."""
        if system not in _SYSTEMS:
            raise ValueError(f"no system {system!r}; there are {', '.join(_SYSTEMS)}")
        return Server(self.ready[system], system=system, ca_file=self.ca_file)

    def environment(self) -> Dict[str, str]:
        """Environment variables for programs that know nothing of the simulator.

        Those of the three servers (see ``Server.environment``); those by which curl, requests, OpenSSL and Node.js find
        the certificate authority; and that no proxy is asked for this machine.
        """
        trust = ("CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")
        variables = {**dict.fromkeys(trust, self.ca_file), **dict.fromkeys(("NO_PROXY", "no_proxy"), "127.0.0.1,localhost")}
        for system in _SYSTEMS:
            variables.update(self.server(system).environment())
        return variables

    # Time

    def advance(self, seconds: int) -> str:
        """Moves the virtual clock on; returns the new time."""
        return self.clock(advance_s=seconds)["now"]  # type: ignore[no-any-return]

    def clock(
        self,
        *,
        advance_s: Optional[int] = None,
        mode: Optional[Literal["manual", "real"]] = None,
        scale: Optional[float] = None,
        per_request_s: Optional[int] = None,
    ) -> Dict[str, Any]:
        """Changes the virtual clock where asked to; returns its state."""
        change = _given(advance_s=advance_s, mode=mode, scale=scale, per_request_s=per_request_s)
        return self._ask("POST", "/clock", change)  # type: ignore[no-any-return]

    # Runs

    def script(
        self,
        system: System,
        job: str,
        outcome: Optional[str] = None,
        *,
        queued_s: Optional[int] = None,
        duration_s: Optional[int] = None,
        message: Optional[str] = None,
    ) -> None:
        """Sets how the next run of a job goes; several scripts queue up.

        :param outcome: ``success`` (default), ``warning``, ``failed``, ``stopped``, ``hang``, or any other word, with
            which the run ends then
        """
        script = _given(outcome=outcome, queued_s=queued_s, duration_s=duration_s, message=message)
        self._ask("POST", "/script", {"system": system, "job": job, **script})

    def run(self, system: System, job: str) -> Dict[str, Any]:
        """Starts a run as the vendor's scheduler would; returns its truth."""
        return self._ask("POST", "/run", {"system": system, "job": job})  # type: ignore[no-any-return]

    def revoke(self, system: System) -> None:
        """Lets all tokens and sessions of that system die."""
        self._ask("POST", "/revoke", {"system": system})

    # Faults and knobs

    def faults(
        self,
        kind: str,
        *,
        system: Optional[System] = None,
        method: Optional[str] = None,
        path: Optional[str] = None,
        skip: int = 0,
        times: int = 1,
        **members: Any,
    ) -> int:
        """Adds a fault rule; returns its id.

        :param kind: what happens, such as ``"reset_after"``
        :param times: how many requests are hit; 0 means for ever
        :param members: what that kind takes, such as ``status=503``
        """
        rule = {"skip": skip, "times": times, "action": {"kind": kind, **members}}
        rule.update(_given(system=system, method=method, path=path))
        return self._ask("POST", "/faults", rule)["id"]  # type: ignore[no-any-return]

    def fault_rules(self) -> List[Dict[str, Any]]:
        """All fault rules, with the number of requests they have seen and hit."""
        return self._ask("GET", "/faults")  # type: ignore[no-any-return]

    def clear_faults(self, rule: Optional[int] = None) -> None:
        """Removes one fault rule, or all."""
        self._ask("DELETE", "/faults" if rule is None else f"/faults/{rule}")

    def port(self, system: System, *, open: bool) -> None:
        """Opens or closes a product's port; a closed one refuses connections, but keeps those that it has."""
        self._ask("POST", "/ports", {"system": system, "open": open})

    def knobs(self, values: Optional[Mapping[str, Any]] = None) -> Dict[str, Any]:
        """Sets knobs, all or none; returns the values of all."""
        if values:
            knobs = self._ask("POST", "/knobs", dict(values))
        else:
            knobs = self._ask("GET", "/knobs")
        return {knob["name"]: knob["value"] for knob in knobs}

    def _set_knobs(self) -> None:
        if self._knobs:
            self.knobs(self._knobs)

    # What has happened

    def truth(self) -> Dict[str, Any]:
        """Everything that is so."""
        return self._ask("GET", "/truth")  # type: ignore[no-any-return]

    def journal(self) -> List[Dict[str, Any]]:
        """Every request to one of the three products."""
        return self._ask("GET", "/journal")  # type: ignore[no-any-return]

    def clear_journal(self) -> None:
        """Empties the journal."""
        self._ask("DELETE", "/journal")

    def reset(self) -> None:
        """Everything back to the start, with the knobs that it was started with; addresses stay, tokens die."""
        self._ask("POST", "/reset")
        self._set_knobs()

    @property
    def running(self) -> bool:
        """False once it has ended, however that came."""
        return self._process.poll() is None

    def _ask(self, method: str, path: str, body: Optional[Mapping[str, Any]] = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.control_url + path, data, {"content-type": "application/json"}, method=method
        )
        try:
            with _open(request, timeout=self._timeout) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                raise SimulatorError(json.load(error)["error"]) from None
        except (OSError, ValueError) as error:
            raise SimulatorError(f"{self!r} does not answer: {error}") from error


def _given(**members: Any) -> Dict[str, Any]:
    return {name: value for name, value in members.items() if value is not None}


def find_command() -> str:
    """The path of the command ``backupjobs-sim``.

    The environment variable ``BACKUPJOBS_SIM`` names it; otherwise it is the one installed with this package, and
    otherwise one on the PATH.
    """
    named = os.environ.get("BACKUPJOBS_SIM")
    if named:
        # Named but missing: starting another one instead would only confuse.
        return named
    for folder in _script_folders():
        candidate = folder / _NAME
        if candidate.is_file():
            return str(candidate)
    found = shutil.which(_NAME)
    if found is None:
        raise SimulatorError(
            "there is no command backupjobs-sim: neither installed with this package nor on the PATH; "
            "name one in the environment variable BACKUPJOBS_SIM"
        )
    return found


def _script_folders() -> Iterator[Path]:
    yield Path(sysconfig.get_path("scripts"))
    scheme = "nt_user" if os.name == "nt" else "posix_user"
    yield Path(sysconfig.get_path("scripts", scheme))
    # Where `pip install --target` puts it: bin/ beside the package.
    yield Path(__file__).resolve().parent.parent / "bin"
