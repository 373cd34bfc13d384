"""Each library's way to send a request on a connection that stays open, as its documentation has it. All have a time limit,
and a status that is no success is an error. Libraries are imported when they are used: none pays for another.
"""

from __future__ import annotations

import io
import socket
import ssl
from typing import Any
from urllib.parse import urlsplit

#: As long as real ones are.
TOKEN = "b00d" * 32
HEADERS = {"Accept": "application/json", "Authorization": f"Bearer {TOKEN}"}
#: Seconds.
TIMEOUT = 60
POSTED = {**HEADERS, "Content-Type": "application/json"}


class Refused(Exception):
    """The server did not like the request."""


def good(status: int) -> None:
    if not 200 <= status < 300:
        raise Refused(status)


class Pycurl:
    """libcurl, one handle."""

    def __init__(self, url: str, ca: str) -> None:
        import pycurl

        self.pycurl, self.url = pycurl, url
        self.curl = pycurl.Curl()
        self.curl.setopt(pycurl.CAINFO, ca)
        self.curl.setopt(pycurl.TIMEOUT, TIMEOUT)
        self.curl.setopt(pycurl.HTTPHEADER, [f"{name}: {value}" for name, value in POSTED.items()])

    def get(self, path: str) -> bytes:
        self.curl.setopt(self.pycurl.HTTPGET, True)
        return self.done(path)

    def post(self, path: str, body: bytes) -> bytes:
        self.curl.setopt(self.pycurl.POSTFIELDS, body)
        return self.done(path)

    def done(self, path: str) -> bytes:
        curl, pycurl, body = self.curl, self.pycurl, io.BytesIO()
        curl.setopt(pycurl.URL, self.url + path)
        curl.setopt(pycurl.WRITEDATA, body)
        curl.perform()
        good(curl.getinfo(pycurl.RESPONSE_CODE))
        return body.getvalue()


class HttpClient:
    """The standard library's."""

    def __init__(self, url: str, ca: str) -> None:
        import http.client

        at = urlsplit(url)
        if at.scheme == "https":
            trust = ssl.create_default_context(cafile=ca)
            self.connection: Any = http.client.HTTPSConnection(at.netloc, timeout=TIMEOUT, context=trust)
        else:
            self.connection = http.client.HTTPConnection(at.netloc, timeout=TIMEOUT)

    def get(self, path: str) -> bytes:
        self.connection.request("GET", path, headers=HEADERS)
        return self.done()

    def post(self, path: str, body: bytes) -> bytes:
        self.connection.request("POST", path, body, headers=POSTED)
        return self.done()

    def done(self) -> bytes:
        response = self.connection.getresponse()
        good(response.status)
        return response.read()


class Urllib3:
    def __init__(self, url: str, ca: str) -> None:
        import urllib3

        self.url, self.pool = url, urllib3.PoolManager(ca_certs=ca, timeout=TIMEOUT)

    def get(self, path: str) -> bytes:
        return self.done(self.pool.request("GET", self.url + path, headers=HEADERS))

    def post(self, path: str, body: bytes) -> bytes:
        return self.done(self.pool.request("POST", self.url + path, body=body, headers=POSTED))

    def done(self, response: Any) -> bytes:
        good(response.status)
        return response.data


class Requests:
    def __init__(self, url: str, ca: str) -> None:
        import requests

        self.url, self.session = url, requests.Session()
        self.session.verify = ca
        self.session.headers.update(HEADERS)

    def get(self, path: str) -> bytes:
        return self.done(self.session.get(self.url + path, timeout=TIMEOUT))

    def post(self, path: str, body: bytes) -> bytes:
        more = {"Content-Type": "application/json"}
        return self.done(self.session.post(self.url + path, data=body, headers=more, timeout=TIMEOUT))

    def done(self, response: Any) -> bytes:
        response.raise_for_status()
        return response.content


class Httpx(Requests):
    def __init__(self, url: str, ca: str) -> None:
        import httpx

        self.url = url
        self.session = httpx.Client(verify=ssl.create_default_context(cafile=ca), headers=HEADERS)

    def post(self, path: str, body: bytes) -> bytes:
        more = {"Content-Type": "application/json"}
        return self.done(self.session.post(self.url + path, content=body, headers=more, timeout=TIMEOUT))


class Raw:
    """A socket: what a client written in Python would cost if everything around the system's calls were free."""

    def __init__(self, url: str, ca: str, room: int = 16 << 20) -> None:
        at = urlsplit(url)
        self.host = at.netloc
        self.socket: Any = socket.create_connection((at.hostname, at.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if at.scheme == "https":
            self.socket = ssl.create_default_context(cafile=ca).wrap_socket(self.socket, server_hostname=at.hostname)
        self.lines = "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
        self.buffer = bytearray(room)

    def get(self, path: str) -> memoryview:
        return self.done(f"GET {path} HTTP/1.1\r\nHost: {self.host}\r\n{self.lines}\r\n".encode())

    def post(self, path: str, body: bytes) -> memoryview:
        head = f"POST {path} HTTP/1.1\r\nHost: {self.host}\r\n{self.lines}"
        return self.done(f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)

    def done(self, request: bytes) -> memoryview:
        self.socket.sendall(request)
        buffer, view = self.buffer, memoryview(self.buffer)
        filled = self.socket.recv_into(view)
        while (end := buffer.find(b"\r\n\r\n", 0, filled)) < 0:
            filled += self.socket.recv_into(view[filled:])
        good(int(buffer[9:12]))
        at = buffer.find(b"Content-Length: ", 0, end) + 16
        whole = end + 4 + int(buffer[at : buffer.find(b"\r", at)])
        while filled < whole:
            filled += self.socket.recv_into(view[filled:whole])
        return view[end + 4 : whole]


LIBRARIES = {
    "pycurl": Pycurl,
    "http.client": HttpClient,
    "urllib3": Urllib3,
    "requests": Requests,
    "httpx": Httpx,
    "raw": Raw,
}
