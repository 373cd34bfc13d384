"""An Icinga 2 daemon of the test's own: no service, no files outside its folder, not root."""

from __future__ import annotations

import base64
import grp
import json
import os
import pwd
import secrets
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

#: The account that the package makes; a daemon that root starts runs as it.
ACCOUNT = "nagios"
NAME = "lab"
CONFIG = """
const NodeName = "lab"
const ZoneName = "lab"
include <itl>
object Endpoint NodeName {{}}
object Zone ZoneName {{ endpoints = [ NodeName ] }}
object CheckerComponent "checker" {{}}
object FileLogger "log" {{ path = "{folder}/icinga2.log" }}
object ApiListener "api" {{ bind_host = "127.0.0.1"; bind_port = {port} }}
object ApiUser "test" {{ password = "{password}"; permissions = [ "objects/query/Service" ] }}
object Host "backups" {{ check_command = "dummy"; enable_active_checks = false }}
object CheckCommand "backupjobs" {{
  command = [ "{program}" ]
  env = {{ LD_LIBRARY_PATH = "{folder}" }}
  arguments = {{
    "--system" = "veeam"
    "--url" = "$backup_url$"
    "--user" = "file:{folder}/user"
    "--password" = "file:{folder}/password"
    "--ca-file" = "{folder}/ca.pem"
    "--job" = "$backup_job$"
    "-t" = 8
  }}
}}
"""
SERVICE = """
object Service "{name}" {{
  host_name = "backups"
  check_command = "backupjobs"
  check_interval = 2s
  retry_interval = 2s
  max_check_attempts = 1
  vars.backup_url = "{url}"
  vars.backup_job = "{job}"
}}
"""


class Icinga:
    """A daemon that checks jobs of a simulated Veeam server: names of services, each with a URL and a job."""

    def __init__(self, program: Path, library: Path, sim: Any, services: dict[str, tuple[str, str]]) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="check_backupjobs-"))
        self.process: subprocess.Popen[bytes] | None = None
        self.password = secrets.token_hex(16)
        # It may change between now and the daemon's start, which then says so and ends.
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        for source in (program, library / "libbackupjobs.so.0"):
            shutil.copy(source.resolve(), self.folder / source.name)
        shutil.copy(sim.ca_file, self.folder / "ca.pem")
        self.write("user", sim.veeam.username)
        self.write("password", sim.veeam.password)
        settings = {"folder": self.folder, "port": self.port, "password": self.password}
        objects = [SERVICE.format(name=name, url=url, job=job) for name, (url, job) in services.items()]
        self.write("icinga2.conf", CONFIG.format(program=self.folder / program.name, **settings) + "".join(objects))
        for name in ("data", "data/certs", "log", "cache", "run", "spool"):
            (self.folder / name).mkdir()
        self.account = pwd.getpwnam(ACCOUNT) if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(text)
        path.chmod(0o600)

    def icinga2(self, *arguments: object) -> list[str]:
        folders = {"DataDir": "data", "LogDir": "log", "CacheDir": "cache", "InitRunDir": "run", "SpoolDir": "spool"}
        defined = [f"-DConfiguration.{name}={self.folder / folder}" for name, folder in folders.items()]
        program = shutil.which("icinga2") or "/usr/sbin/icinga2"
        return [program, *map(str, arguments), *defined]

    def environment(self) -> dict[str, str]:
        group = grp.getgrgid(self.account.pw_gid).gr_name
        return {**os.environ, "ICINGA2_USER": self.account.pw_name, "ICINGA2_GROUP": group}

    def complaints(self, config: str) -> str:
        """What the daemon has to say against a configuration; nothing when it would take it."""
        self.write("other.conf", config)
        self.own()
        command = self.icinga2("daemon", "-C", "-c", self.folder / "other.conf")
        done = subprocess.run(command, env=self.environment(), capture_output=True, text=True)
        return "" if done.returncode == 0 else done.stdout + done.stderr

    def __enter__(self) -> Icinga:
        environment = self.environment()
        self.own()
        certs, authority = self.folder / "data" / "certs", self.folder / "data" / "ca"
        csr, crt, key = (certs / f"{NAME}.{suffix}" for suffix in ("csr", "crt", "key"))
        for arguments in (
            ("pki", "new-ca"),
            ("pki", "new-cert", "--cn", NAME, "--key", key, "--csr", csr),
            ("pki", "sign-csr", "--csr", csr, "--cert", crt),
        ):
            subprocess.run(self.icinga2(*arguments), env=environment, check=True, capture_output=True, text=True)
        shutil.copy(authority / "ca.crt", certs / "ca.crt")
        self.own()
        command = self.icinga2("daemon", "-c", self.folder / "icinga2.conf")
        with (self.folder / "daemon.out").open("wb") as out:
            self.process = subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.STDOUT)
        return self

    def own(self) -> None:
        """Gives the folder to the account that the daemon runs as."""
        if os.geteuid() == 0:
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, self.account.pw_uid, self.account.pw_gid)

    def __exit__(self, *_: object) -> None:
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.folder)

    def results(self) -> dict[str, dict[str, Any]]:
        """What the daemon has recorded of each service; nothing of those it has not checked yet."""
        context = ssl.create_default_context(cafile=str(self.folder / "data" / "certs" / "ca.crt"))
        # Its certificate has a name, and we ask by address.
        context.check_hostname = False
        request = urllib.request.Request(f"https://127.0.0.1:{self.port}/v1/objects/services?attrs=last_check_result&attrs=state")
        login = base64.b64encode(f"test:{self.password}".encode()).decode()
        request.add_header("authorization", f"Basic {login}")
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
        with opener.open(request, timeout=10) as answer:
            objects = json.load(answer)["results"]
        found = {o["name"].partition("!")[2]: o["attrs"] for o in objects}
        return {
            name: {**attrs["last_check_result"], "recorded": attrs["state"]}
            for name, attrs in found.items()
            if attrs["last_check_result"] is not None
        }

    def wait_for(self, states: dict[str, int], seconds: float = 60) -> dict[str, dict[str, Any]]:
        """The results, once every service is in this state."""
        end, results = time.monotonic() + seconds, {}
        while time.monotonic() < end:
            assert self.process is not None and self.process.poll() is None, self.said()
            try:
                results = self.results()
            except (urllib.error.URLError, OSError):
                pass  # Not listening yet.
            if {name: result["recorded"] for name, result in results.items()} == states:
                return results
            time.sleep(0.2)
        raise AssertionError(f"{results}\n{self.said()}")

    def said(self) -> str:
        return (self.folder / "daemon.out").read_text(errors="replace")
