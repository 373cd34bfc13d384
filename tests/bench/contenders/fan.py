"""One read at each of many servers at once, with connections that are open already and with new ones."""

from __future__ import annotations

import asyncio
import json
import ssl
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from .fetch import HEADERS, TOKEN, Raw, good
from .ours import trusting

JOB = "/data-protection/v2/sites/BENCH001/jobs/71"
#: As many as people give a pool that waits for the network.
THREADS = 64


class Fan:
    """``warm`` reads with the clients that are there, ``cold`` with new ones, which are closed again."""

    def __init__(self, urls: list[str], ca: str) -> None:
        self.urls, self.ca = urls, ca
        self.clients = self.opened(urls)

    def read(self) -> None:
        """Something small: at one server."""
        self.all(self.clients, self.urls[:1])

    def warm(self) -> int:
        return self.all(self.clients, self.urls)

    def cold(self) -> int:
        clients = self.opened(self.urls)
        active = self.all(clients, self.urls)
        self.close(clients)
        return active

    def end(self) -> None:
        self.close(self.clients)

    def opened(self, urls: list[str]) -> Any:
        raise NotImplementedError

    def all(self, clients: Any, urls: list[str]) -> int:
        """How many of the jobs are active."""
        raise NotImplementedError

    def close(self, clients: Any) -> None:
        raise NotImplementedError


class Ours(Fan):
    """A client for each server, and a thread for each read."""

    def __init__(self, urls: list[str], ca: str) -> None:
        self.threads = ThreadPoolExecutor(len(urls))
        super().__init__(urls, ca)

    def opened(self, urls: list[str]) -> Any:
        from backupjobs import teradata

        trust = trusting(urls[0], self.ca)
        return [teradata.Client(url, site_id="BENCH001", token=TOKEN, **trust) for url in urls]

    def all(self, clients: Any, urls: list[str]) -> int:
        return sum(self.threads.map(lambda client: client.job("71").is_active, clients[: len(urls)]))

    def close(self, clients: Any) -> None:
        for client in clients:
            client.close()


class RawThreads(Fan):
    """Sockets, and a thread for each: what threads of Python cost when everything else is free."""

    def __init__(self, urls: list[str], ca: str) -> None:
        self.threads = ThreadPoolExecutor(len(urls))
        super().__init__(urls, ca)

    def opened(self, urls: list[str]) -> dict[str, Raw]:
        return {}

    def all(self, clients: dict[str, Raw], urls: list[str]) -> int:
        def one(url: str) -> bool:
            if url not in clients:
                clients[url] = Raw(url, self.ca, room=1024)
            return json.loads(bytes(clients[url].get(JOB)))["is_active"]

        return sum(self.threads.map(one, urls))

    def close(self, clients: dict[str, Raw]) -> None:
        for client in clients.values():
            client.socket.close()


class OursAsync(Ours):
    """The same by ``backupjobs.aio``."""

    def __init__(self, urls: list[str], ca: str) -> None:
        self.loop = asyncio.new_event_loop()
        super().__init__(urls, ca)

    def opened(self, urls: list[str]) -> Any:
        from backupjobs.aio import teradata

        return [teradata.Client(client) for client in super().opened(urls)]

    def all(self, clients: Any, urls: list[str]) -> int:
        async def gathered() -> int:
            return sum([job.is_active for job in await asyncio.gather(*(c.job("71") for c in clients[: len(urls)]))])

        return self.loop.run_until_complete(gathered())

    def close(self, clients: Any) -> None:
        async def closed() -> None:
            await asyncio.gather(*(client.close() for client in clients))

        self.loop.run_until_complete(closed())


class Aiohttp(Fan):
    def __init__(self, urls: list[str], ca: str) -> None:
        self.loop = asyncio.new_event_loop()
        super().__init__(urls, ca)

    def opened(self, urls: list[str]) -> Any:
        import aiohttp

        async def made() -> Any:
            connector = aiohttp.TCPConnector(limit=0, ssl=ssl.create_default_context(cafile=self.ca))
            return aiohttp.ClientSession(connector=connector, headers=HEADERS)

        return self.loop.run_until_complete(made())

    def all(self, clients: Any, urls: list[str]) -> int:
        async def one(url: str) -> bool:
            async with clients.get(url + JOB) as response:
                good(response.status)
                return json.loads(await response.read())["is_active"]

        async def gathered() -> int:
            return sum(await asyncio.gather(*(one(url) for url in urls)))

        return self.loop.run_until_complete(gathered())

    def close(self, clients: Any) -> None:
        self.loop.run_until_complete(clients.close())


class HttpxAsync(Aiohttp):
    def opened(self, urls: list[str]) -> Any:
        import httpx

        return httpx.AsyncClient(
            verify=ssl.create_default_context(cafile=self.ca),
            headers=HEADERS,
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=None),
            timeout=60,
        )

    def all(self, clients: Any, urls: list[str]) -> int:
        async def one(url: str) -> bool:
            response = await clients.get(url + JOB)
            good(response.status_code)
            return json.loads(response.content)["is_active"]

        async def gathered() -> int:
            return sum(await asyncio.gather(*(one(url) for url in urls)))

        return self.loop.run_until_complete(gathered())

    def close(self, clients: Any) -> None:
        self.loop.run_until_complete(clients.aclose())


class Urllib3(Fan):
    """One pool of connections, many threads."""

    def __init__(self, urls: list[str], ca: str) -> None:
        self.threads = ThreadPoolExecutor(THREADS)
        super().__init__(urls, ca)

    def opened(self, urls: list[str]) -> Any:
        import urllib3

        return urllib3.PoolManager(num_pools=len(urls), ca_certs=self.ca)

    def all(self, clients: Any, urls: list[str]) -> int:
        def one(url: str) -> bool:
            response = clients.request("GET", url + JOB, headers=HEADERS)
            good(response.status)
            return json.loads(response.data)["is_active"]

        return sum(self.threads.map(one, urls))

    def close(self, clients: Any) -> None:
        clients.clear()


class Requests(Urllib3):
    def opened(self, urls: list[str]) -> Any:
        import requests

        session = requests.Session()
        session.verify = self.ca
        session.headers.update(HEADERS)
        for scheme in ("http://", "https://"):
            session.mount(scheme, requests.adapters.HTTPAdapter(pool_connections=len(urls)))
        return session

    def all(self, clients: Any, urls: list[str]) -> int:
        def one(url: str) -> bool:
            response = clients.get(url + JOB)
            response.raise_for_status()
            return response.json()["is_active"]

        return sum(self.threads.map(one, urls))

    def close(self, clients: Any) -> None:
        clients.close()


FANS = {
    "backupjobs": Ours,
    "backupjobs.aio": OursAsync,
    "raw sockets, 200 threads": RawThreads,
    "aiohttp": Aiohttp,
    "httpx async": HttpxAsync,
    "urllib3, 64 threads": Urllib3,
    "requests, 64 threads": Requests,
}


def open_fan(name: str, urls: list[str], ca: str) -> Fan:
    return FANS[name.partition(" (")[0]](urls, ca)
