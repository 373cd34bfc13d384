"""Looks for secrets in what comes out: in lines of drivers, reprs, messages of exceptions, log records, and in requests.

`tests/scenarios` and `tests/python` search everything that they see with this; `test_canaries.py` plants leaks for it.
"""

from __future__ import annotations

import base64
import json
import re
import threading
import urllib.parse

#: Shorter ones are no secrets worth the name, and would be found in ordinary words.
SHORTEST = 4
#: Members of a simulator's ready line that are secret.
SECRET_MEMBERS = ("password", "token", "client_secret", "personal_access_token", "private_key")
#: Headers in which the vendors want a secret.
SECRET_HEADERS = ("authorization", "vmware-api-session-id", "x-auth-credentials")
#: The one place in a URL where a vendor wants one: archives of an appliance, below /rest.
SECRET_QUERY = re.compile(r"(loc_)?spec\.location_password")
#: The requests whose bodies hold one: logins, and what an appliance is to do at a place.
SECRET_BODIES = re.compile(r"/v\d+/token|(/rest|/api)/appliance/recovery/.*|/__sim__/oauth2/token", re.IGNORECASE)


def parts(secret: object) -> list[str]:
    """What may be found in a line: a key of several lines would never be found whole, and its last one is short."""
    lines = str(secret).splitlines()
    return [line for line in lines if len(lines) == 1 or len(line) >= 32 and not line.startswith("-----")]


def forms(secret: str) -> set[str]:
    """A secret as it is, and as a URL, a form, JSON, a repr and Basic credentials carry it."""
    found = {
        secret,
        urllib.parse.quote(secret),
        urllib.parse.quote(secret, safe=""),
        urllib.parse.quote_plus(secret),
        json.dumps(secret)[1:-1],
        repr(secret)[1:-1],
    }
    found |= {re.sub("%[0-9A-F]{2}", lambda m: m.group().lower(), form) for form in found if "%" in form}
    if len(secret) >= 8:
        # Wherever it stands in what is coded; the letters that its neighbours have a part in are left out.
        for before in range(3):
            coded = base64.b64encode(b"\0" * before + secret.encode()).decode()
            found.add(coded[4 * (before > 0) : -4])
    return {form for form in found if len(form) >= min(8, len(secret))}


class Canaries:
    """The secrets of a run, and how many texts were searched for them."""

    def __init__(self) -> None:
        self.all: set[str] = set()
        self.texts = 0
        self.found = 0
        self.lock = threading.Lock()

    def search(self, secrets: set[str]) -> Search:
        """A search for these secrets, which counts here."""
        secrets = {secret for secret in secrets if len(secret) >= SHORTEST}
        with self.lock:
            self.all |= secrets
        return Search(self, secrets)

    def line(self) -> str:
        """What came of it."""
        return f"canaries: {len(self.all)} in {self.texts:,} texts: {self.found} found"


class Search:
    """Looks for some secrets."""

    def __init__(self, canaries: Canaries, secrets: set[str]) -> None:
        self.canaries = canaries
        self.forms = sorted({form for secret in secrets for form in forms(secret)}, key=len, reverse=True)

    def text(self, text: str) -> str | None:
        """The text with its secrets marked, if it has any."""
        marked = text
        for form in self.forms:
            if form in marked:
                marked = marked.replace(form, "<<<SECRET>>>")
        with self.canaries.lock:
            self.canaries.texts += 1
            self.canaries.found += marked != text
        return marked if marked != text else None

    def texts(self, texts) -> list[str]:
        """Those that have secrets."""
        return [marked for text in texts if (marked := self.text(text)) is not None]

    def journal(self, entries: list[dict]) -> list[str]:
        """Secrets in requests where no vendor wants them."""
        wrong = []
        for entry in entries:
            request = f"{entry['method']} {entry['path']}"
            for what, text in misplaced(entry):
                if (marked := self.text(text)) is not None:
                    wrong.append(f"a secret in {what} of {request.replace(text, marked)}: {marked}")
        return wrong


def misplaced(entry: dict):
    """The texts of a request, as the simulator's journal has it, in which no secret belongs."""
    yield "the path", entry["path"]
    yield "the path", urllib.parse.unquote(entry["path"])
    for name, value in entry["query"]:
        yield "the query", name
        if not SECRET_QUERY.fullmatch(name):
            yield f"the query ({name})", value
    for name, value in dict(entry["headers"]).items():
        if name not in SECRET_HEADERS:
            yield f"the header {name}", value
    if not SECRET_BODIES.fullmatch(entry["path"]):
        yield "the body", entry["body"]


def travelled(entries: list[dict]) -> set[str]:
    """The secrets in a journal: whatever clients proved themselves with, tokens given out by the servers among it."""
    values = [value for entry in entries for name, value in dict(entry["headers"]).items() if name in SECRET_HEADERS]
    return {part for value in values for part in value.split() if len(part) >= 8}
