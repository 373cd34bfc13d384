"""Comparing what came with what was expected."""

from __future__ import annotations

import json
import re
import urllib.parse

from scenario import as_text

LOGINS = re.compile(
    r"POST /v\d+/token|(POST|DELETE) (/rest/com/vmware/cis|/api)/session|POST /__sim__/oauth2/token", re.IGNORECASE
)


def fits(expected, found) -> bool:
    """Equal, or matched as a whole when the expected text begins with `~`."""
    if isinstance(expected, str) and expected.startswith("~"):
        return found is not None and re.fullmatch(expected[1:], as_text(found), re.DOTALL) is not None
    return type(expected) is type(found) and expected == found


def answer(step: dict, got) -> list[str]:
    """What is wrong with a driver's answer."""
    wrong = []
    wanted = step.get("error")
    if got.error != wanted:
        wrong.append(f"ended with {got.error or 'ok'}, expected {wanted or 'ok'}")
    expected = step.get("expect", {})
    for path, value in expected.items():
        if not fits(as_text(value), got.values.get(path)):
            wrong.append(f"{path} is {got.values.get(path)!r}, expected {as_text(value)!r}")
    for pattern in step.get("absent", []):
        wrong.extend(f"{path} is there" for path in got.values if re.fullmatch(pattern, path))
    if step.get("only"):
        wrong.extend(f"{path} is there, too: {got.values[path]!r}" for path in got.values if path not in expected)
    if wanted and wanted != "driver":
        for path in ("error.message", "error.remedy", "error.line"):
            if not got.values.get(path):
                wrong.append(f"{path} is empty")
    return wrong


def is_login(entry: dict) -> bool:
    """Whether a request only opens, renews or ends a session."""
    return LOGINS.fullmatch(f"{entry['method']} {entry['path']}") is not None and not entry["query"]


def request(wanted: dict, entry: dict) -> list[str]:
    """What is wrong with a request."""
    wrong = []

    def compare(what: str, expected, found) -> None:
        if not fits(expected, found):
            wrong.append(f"{what} is {found!r}, expected {expected!r}")

    for key in ("system", "method", "path", "status", "fault", "body"):
        if key in wanted:
            compare(key, wanted[key], entry[key])
    found = {name: value for name, value in entry["query"]}
    if "path" in wanted:
        compare("query", wanted.get("query", {}), found)
    headers = dict(entry["headers"])
    for name, value in wanted.get("headers", {}).items():
        compare(f"header {name}", value or None, headers.get(name))
    if "json" in wanted:
        expected = wanted["json"] if not isinstance(wanted["json"], str) else json.loads(wanted["json"])
        try:
            compare("body", expected, json.loads(entry["body"]))
        except ValueError:
            wrong.append(f"the body is no JSON: {entry['body']!r}")
    if "form" in wanted:
        compare("form", wanted["form"], dict(urllib.parse.parse_qsl(entry["body"], keep_blank_values=True)))
    return wrong


def journal(wanted: list[dict], entries: list[dict]) -> list[str]:
    """What is wrong with a sequence of requests. Logins count only where the sequence names them."""
    names_logins = any(LOGINS.fullmatch(f"{w.get('method')} {w.get('path')}") and not w.get("query") for w in wanted)
    left = [entry for entry in entries if names_logins or not is_login(entry)]
    wrong = []
    for number, one in enumerate(wanted, 1):
        if not left:
            wrong.append(f"request {number} ({one.get('method')} {one.get('path')}) is missing")
            continue
        if trouble := request(one, left[0]):
            shown = f"{left[0]['method']} {left[0]['path']}"
            wrong.extend(f"request {number} ({shown}): {what}" for what in trouble)
        left.pop(0)
        while one.get("repeat") and left and not request(one, left[0]):
            left.pop(0)
    wrong.extend(f"there is one more request: {entry['method']} {entry['path']}" for entry in left)
    return wrong


def counts(wanted: dict, entries: list[dict]) -> list[str]:
    """How many requests match each pattern of `METHOD path`, as a number, `>=2` or `<=2`."""
    wrong = []
    for pattern, number in wanted.items():
        found = sum(1 for e in entries if re.fullmatch(pattern, f"{e['method']} {e['path']}"))
        text = str(number)
        if text.startswith(">="):
            good = found >= int(text[2:])
        elif text.startswith("<="):
            good = found <= int(text[2:])
        else:
            good = found == int(text)
        if not good:
            wrong.append(f"{found} requests are {pattern}, expected {number}")
    return wrong


def look(value, path: str):
    """`veeam.runs[job=…][-1].outcome`; `#` is the length of a list. What is not there is None."""
    for part in re.findall(r"\[[^\]]*\]|[^.\[\]]+", path):
        if part == "#":
            value = len(value)
        elif part.startswith("[") and "=" in part:
            key, _, wanted = part[1:-1].partition("=")
            value = [item for item in value if as_text(item.get(key)) == wanted]
        elif part.startswith("["):
            index = int(part[1:-1])
            value = value[index] if -len(value) <= index < len(value) else None
        else:
            value = value.get(part)
        if value is None:
            return None
    return value


def truth(wanted: dict, found: dict) -> list[str]:
    """What is wrong with what is really so; the text `null` stands for nothing."""
    wrong = []
    for path, expected in wanted.items():
        got = look(found, path)
        if not (fits(expected, got) or (expected == "null" and got is None)):
            wrong.append(f"{path} is {got!r}, expected {expected!r}")
    return wrong
