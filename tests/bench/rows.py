"""The rows of the table: what is measured, beside whom, and what is to be reached."""

from __future__ import annotations

from dataclasses import dataclass, field

OURS = "backupjobs"
RAW = "C raw"
NOTHING = "python -c pass"


@dataclass(frozen=True)
class Goal:
    """Ours is at most so many times ``against``, in what ``measure`` says."""

    text: str
    #: The contender; what else it may be is told by ``measure``.
    against: str
    most: float
    #: ``median`` and ``cpu``: time. ``nanoseconds``: time, and ``against`` is a number of them. ``more``: memory that the
    #: work takes, in bodies. ``peak``: that of the process, beside the smallest of the peers.
    measure: str = "median"

    @property
    def inverse(self) -> bool:
        """Told as "so many times faster"."""
        return "faster" in self.text


@dataclass(frozen=True)
class Part:
    """One piece of work on one kind of connection."""

    title: str
    work: str
    contenders: "tuple[str, ...]"
    ours: str = OURS
    scheme: str = "http"
    goals: "tuple[Goal, ...]" = ()
    #: Whose peak memory is measured.
    memory: "tuple[str, ...]" = ()
    #: How many servers at once.
    servers: int = 1
    #: How the figures are shown: a unit, and nanoseconds in it.
    unit: "tuple[str, float]" = ("µs", 1e3)


@dataclass(frozen=True)
class Row:
    number: int
    title: str
    limit: str
    parts: "tuple[Part, ...]" = field(default=())


def at_most(times: float, against: str, measure: str = "median", text: str = "") -> Goal:
    return Goal(text or f"≤ {times:g} × {against}", against, times, measure)


def faster(times: float, against: str) -> Goal:
    return Goal(f"≥ {times:g} × faster than {against}", against, 1 / times)


MS = ("ms", 1e6)
SMALL = (OURS, "pycurl+msgspec", "http.client+json", "httpx+pydantic", "requests+pydantic", "VMware's SDK")
LARGE = (OURS, "urllib3+msgspec", "pycurl+msgspec", "requests+json", "requests+pydantic")
C_OURS, CURL = "C backupjobs", "C libcurl+yyjson"
ROUND_TRIP = "raw socket round trip"
BODY = "body received only"

#: Threads of Python that send a request and receive the answer, and nothing else.
THREADS = "raw sockets, 200 threads"
#: The libraries below us by themselves: nothing is decoded.
LAYERS = ("Rust reqwest alone", "Rust hyper-util alone")
#: They do less: no peers.
LIMITS = (RAW, "raw", NOTHING, THREADS, *LAYERS)

FAN = ("backupjobs", "backupjobs.aio", "aiohttp", "urllib3, 64 threads", "requests, 64 threads", "httpx async")


def fan(title: str, scheme: str, work: str, *goals: Goal) -> Part:
    everybody = (*FAN[:2], THREADS, *FAN[2:]) if work == "warm" else FAN
    return Part(title, work, everybody, scheme=scheme, goals=goals, memory=everybody, servers=200, unit=MS)


WARM = at_most(1.2, "50e6", "nanoseconds", "≤ 1.2 × 50 ms")
CPU = at_most(0.3, "aiohttp", "cpu", "CPU ≤ 0.3 × aiohttp")
PEAK = at_most(1.0, "peers", "peak", "peak memory below every Python peer")

ROWS = (
    Row(
        1,
        "one small typed read on a warm connection, Python",
        ROUND_TRIP,
        (
            Part(
                "http",
                "read",
                (RAW, "raw", *SMALL),
                goals=(
                    at_most(1.0, "pycurl+msgspec"),
                    faster(18, "requests+pydantic"),
                    faster(24, "VMware's SDK"),
                    at_most(3.2, RAW, text="≤ 3.2 × the raw round trip"),
                ),
            ),
            Part("https", "read", ("raw", *SMALL), scheme="https"),
        ),
    ),
    Row(
        2,
        "the same in C",
        ROUND_TRIP,
        (
            Part("http", "read", (RAW, *LAYERS, C_OURS, CURL), ours=C_OURS, goals=(at_most(1.0, CURL),)),
            Part("https", "read", (C_OURS, CURL), ours=C_OURS, scheme="https"),
        ),
    ),
    Row(
        3,
        "start (POST) likewise, both languages",
        ROUND_TRIP,
        (
            Part("Python, http", "start", (RAW, "raw", *SMALL), goals=(at_most(1.0, "pycurl+msgspec"),)),
            Part("Python, https", "start", ("raw", *SMALL), scheme="https"),
            Part("C, http", "start", (RAW, C_OURS, CURL), ours=C_OURS, goals=(at_most(1.0, CURL),)),
            Part("C, https", "start", (C_OURS, CURL), ours=C_OURS, scheme="https"),
        ),
    ),
    Row(
        4,
        "10,000 Teradata executions (7 MB) fetched and three fields of each row read, Python",
        BODY,
        (
            Part(
                "Python, http",
                "three",
                (RAW, "raw", *LARGE),
                goals=(
                    at_most(0.5, "urllib3+msgspec"),
                    faster(8, "requests+pydantic"),
                    at_most(2.0, "body", "more", "peak memory ≤ 2 × body"),
                ),
                memory=LARGE,
                unit=MS,
            ),
            Part("Python, https", "three", ("raw", *LARGE), scheme="https", unit=MS),
            Part("C, http", "three", (RAW, C_OURS, CURL), ours=C_OURS, unit=MS),
        ),
    ),
    Row(
        5,
        "the same, count the failed ones, Python; and as an Arrow stream into polars",
        BODY,
        (
            Part(
                "Python, http",
                "failed",
                (RAW, "raw", *LARGE),
                goals=(at_most(0.35, "urllib3+msgspec"),),
                unit=MS,
            ),
            Part(
                "into polars, http",
                "frame",
                (RAW, "raw", OURS, "urllib3+msgspec", "pycurl+msgspec", "urllib3+polars"),
                goals=(at_most(0.35, "urllib3+msgspec", text="into polars ≤ 0.35 × urllib3+msgspec into polars"),),
                unit=MS,
            ),
            Part("C, http", "failed", (RAW, C_OURS, CURL), ours=C_OURS, unit=MS),
        ),
    ),
    Row(
        6,
        "1,000 Veeam copy jobs with their 168-element windows, Python",
        BODY,
        (
            Part(
                "Python, http",
                "windows",
                (RAW, "raw", *LARGE),
                goals=(at_most(0.35, "urllib3+msgspec"),),
                unit=MS,
            ),
            Part("C, http", "windows", (RAW, C_OURS, CURL), ours=C_OURS, unit=MS),
        ),
    ),
    Row(
        7,
        "200 servers, one read each, 50 ms answer time, Python",
        "50 ms",
        (
            fan("warm, http", "http", "warm", WARM, CPU, PEAK),
            fan("warm, https", "https", "warm", WARM, CPU, PEAK),
            fan("cold, http", "http", "cold", CPU, PEAK),
            fan("cold, https", "https", "cold", at_most(0.5, "aiohttp"), CPU, PEAK),
        ),
    ),
    Row(
        8,
        "cold: process start, import, connect, log in, one read, exit",
        "`python -c pass`",
        (
            Part(
                "https",
                "cold",
                (NOTHING, OURS, "requests", "httpx", "VMware's SDK"),
                scheme="https",
                goals=(at_most(1.4, NOTHING), faster(15, "VMware's SDK")),
                unit=MS,
            ),
        ),
    ),
    Row(9, "waiting for 500 runs on one server for 10 simulated minutes", "–"),
    Row(10, "wheel and stripped shared library", "–"),
)
