"""Where the specifications are known not to say everything, or other than the vendor's pages, and what says more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exchange import Exchange

_SESSION = "every operation answers so without a session"
_RIGHTS = "every operation answers so to a user outside the group"
_INPUT = "the endpoint's own answer to a request that it cannot read"
_BUSY = "the endpoint's own answer when it cannot serve"

#: Failures of the endpoint itself, which the vendor does not list with each operation; they have the general shape.
STANDARD: dict[str, dict] = {
    "vcenter": {400: _INPUT, 401: _SESSION, 403: _RIGHTS, 415: _INPUT, 503: _BUSY},
    "rpc": {
        "unauthenticated": _SESSION,
        "unauthorized": _RIGHTS,
        "invalid_argument": _INPUT,
        "invalid_request": _INPUT,
        "unexpected_input": _INPUT,
        "operation_not_found": _INPUT,
        "internal_server_error": _BUSY,
        "service_unavailable": _BUSY,
    },
}
# The pages of /rest declare 500 for the general error where the specification declares 400.
STANDARD["vcenter"][500] = "the pages of /rest declare it"


@dataclass
class Known:
    """A sentence that is no mistake."""

    #: Matched against `<extract>, <operation>: <sentence>`.
    pattern: str
    why: str
    #: Counts only with this knob off its default.
    knob: str | None = None
    #: Counts only with that knob at one of these; any when empty.
    values: tuple = ()
    #: Counts only for sources that begin so.
    source: str = ""
    #: Counts only for answers that hold this.
    answer: str = ""

    def fits(self, sentence: str, exchange: Exchange) -> bool:
        here = exchange.source.startswith(self.source) and (self.knob is None or self.knob in exchange.knobs)
        here = here and (not self.values or exchange.knobs.get(self.knob) in self.values)
        return here and self.answer in exchange.answer and re.search(self.pattern, sentence) is not None


LOGOUT, DELETED = "vcenter.logout_status", "vcenter.rest_delete_status"
VERSION, PAGED = "vcenter.version", "teradata.executions_paging"
NO_DETAILS, TOLD_WHY = ("6.5",), ("8.0.3", "9.0", "9.1")
NOT_YET = "a version without the operation"
#: The answer of vCenter's router, and of no operation.
NO_ROUTE = "com.vmware.vapi.rest.httpNotFound"

KNOWN = (
    Known(r"^veeam .*: answer 401: is empty", "public clients saw a 401 without a body"),
    Known(r"^veeam .*: answer 404: is empty", "a version that is not served", "veeam.versions"),
    Known(r"^veeam v6, GET \S+: request: the query has no extendedView", "the page calls it optional"),
    Known(r"^veeam .*/explore: request: dateTime: '[\d.: -]+' is not a 'date-time'", "the page has these forms, too"),
    Known(r"^teradata .*/execute: answer 202: has a body", "a server that sends one", "teradata.accepted_body"),
    Known(r"^teradata .*: request: no page is declared", "a server that pages this list, too", PAGED),
    Known(r"^teradata .*/restore-permissions: answer 200: has a body", "the page leaves both bodies open"),
    Known(r"^vcenter /rest, GET .*: request: has a body", "VMware's SDK writes filters into it", source="test_vmware_"),
    Known(r"^vcenter /rest, GET \S+/details: request: no filter\.jobs\.\d+ is", "the page writes several so"),
    Known(r"^vcenter /rest, DELETE .*: answer: the status 204", "the vendor's own runtime has it", LOGOUT),
    Known(r"^vcenter /rest, DELETE .*: answer: the status 204", "the vendor's own runtime has it", DELETED),
    Known(r"^vcenter .*/session: answer: the status 404", "this dialect is not served there", answer=NO_ROUTE),
    Known(r"^vcenter /rest, .*: answer: the status 404", NOT_YET, VERSION, NO_DETAILS, answer=NO_ROUTE),
    # 6.5 takes the word for the id of a job.
    Known(r"^vcenter /rest, GET \S+/job/details: answer: the status 404", NOT_YET, VERSION, NO_DETAILS),
    Known(r"^vcenter .*/restore\S*: answer: the status 404", "declared from 8.0.3 on", VERSION, TOLD_WHY),
    Known(r"^vcenter .*/parts/\{id\}: answer: the status 404", "a clearer error", "vcenter.unknown_part_size"),
    Known(r"^vcenter .*/job/details: answer 200: \S*error: .* of type 'string'", "the member is an error of any shape"),
    Known(r"^vcenter .*\.type: 'LOCAL_BACKUP' is not one of", "a word of 9.0", VERSION, TOLD_WHY[1:]),
)


def excuse(sentence: str, exchange: Exchange) -> str | None:
    """Why a sentence about an exchange is no mistake; None when it is one."""
    for known in KNOWN:
        if known.fits(sentence, exchange):
            return known.why if known.knob is None else f"{known.why} ({known.knob})"
    if word := re.search(r": (?P<what>request|answer).*?: '(?P<word>.*)' is not one of (?P<words>\[.*\])$", sentence):
        if word["what"] == "answer" and word["word"] in exchange.planted:
            return "a word that the test planted"
        if exchange.system == "veeam" and word["what"] == "request":
            if f"'{word['word'].lower()}'" in word["words"].lower():
                return "the pages write words in requests in any case"
    return None
