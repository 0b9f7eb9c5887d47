"""The nginx.conf that is shipped, in a real nginx: HTTP/2, processes in turn, streams as they come."""

import http.client
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.servers.nginx import Front, balancing
from tests.servers.ports import free_port


class Process(ThreadingHTTPServer):
    """Answers with its port and what nginx said of the client; a stream waits half-way for `released`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.released = threading.Event()
        self.asked: Counter[str] = Counter()


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Process

    def do_GET(self) -> None:
        if self.path == "/stream":
            self.send_response(200)
            self.send_header("X-Accel-Buffering", "no")
            self.send_header("Content-Length", "10")
            self.end_headers()
            self.wfile.write(b"first")
            self.server.released.wait(20)
            self.wfile.write(b"later")
            return
        names = ("Host", "X-Forwarded-For", "X-Forwarded-Proto")
        body = "\n".join([str(self.server.server_port), *(self.headers[name] for name in names)]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        """Break off without an answer."""
        self.server.asked["POST"] += 1
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def process() -> Iterator[Process]:
    with Process() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.released.set()
            server.shutdown()
            thread.join()


@pytest.fixture
def two() -> Iterator[tuple[Process, Process]]:
    with process() as one, process() as other:
        yield one, other


def connection(front: Front) -> http.client.HTTPSConnection:
    return http.client.HTTPSConnection("localhost", front.port, context=front.trust(), timeout=20)


def get(front: Front) -> list[str]:
    """The lines of one answer, over a connection of its own."""
    asking = connection(front)
    try:
        asking.request("GET", "/", headers={"X-Forwarded-For": "6.6.6.6"})
        return asking.getresponse().read().decode().splitlines()
    finally:
        asking.close()


def test_browsers_are_offered_http_2(two: tuple[Process, Process]) -> None:
    with balancing([one.server_port for one in two]) as front:
        trust = front.trust()
        trust.set_alpn_protocols(["h2", "http/1.1"])
        plain = socket.create_connection(("127.0.0.1", front.port))
        with trust.wrap_socket(plain, server_hostname="localhost") as secure:
            assert secure.selected_alpn_protocol() == "h2"


def test_one_client_is_answered_by_all_processes_in_turn(two: tuple[Process, Process]) -> None:
    with balancing([one.server_port for one in two]) as front:
        asking = connection(front)
        ports: Counter[str] = Counter()
        for _ in range(10):
            asking.request("GET", "/")
            ports[asking.getresponse().read().decode().splitlines()[0]] += 1
        asking.close()
    assert ports == {str(one.server_port): 5 for one in two}


def test_a_process_learns_who_asks_and_what_for(two: tuple[Process, Process]) -> None:
    with balancing([one.server_port for one in two]) as front:
        assert get(front)[1:] == [f"localhost:{front.port}", "127.0.0.1", "https"]


def test_a_process_that_is_gone_is_passed_over(two: tuple[Process, Process]) -> None:
    with balancing([free_port(), two[0].server_port]) as front:
        assert {get(front)[0] for _ in range(6)} == {str(two[0].server_port)}


def test_a_change_whose_answer_is_lost_is_not_sent_to_another_process(two: tuple[Process, Process]) -> None:
    with balancing([one.server_port for one in two]) as front:
        asking = connection(front)
        asking.request("POST", "/", body=b"{}")
        assert asking.getresponse().status == 502
        asking.close()
    assert sum(one.asked["POST"] for one in two) == 1


def test_a_stream_arrives_as_it_is_sent(two: tuple[Process, Process]) -> None:
    with balancing([one.server_port for one in two]) as front:
        asking = connection(front)
        asking.request("GET", "/stream")
        answer = asking.getresponse()
        assert answer.read(5) == b"first"
        for one in two:
            one.released.set()
        assert answer.read() == b"later"
        asking.close()
