"""A TCP link that can be cut: bytes that are sent then are lost, and neither side notices."""

import socket
from contextlib import suppress
from threading import Lock, Thread
from types import TracebackType


class Link:
    """Listens on a port of its own and passes everything on to another one."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._is_cut = False
        self._lock = Lock()
        self._sockets: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._accepting = Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def __enter__(self) -> "Link":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._accepting.join()
        self.mend()

    def cut(self) -> None:
        """Lose what is sent from now on, in both directions, and answer no new connection."""
        with self._lock:
            self._is_cut = True

    def mend(self) -> None:
        """End the connections that have lost something; new ones work."""
        with self._lock:
            self._is_cut = False
            for connection in self._sockets:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            self._sockets.clear()

    def _accept(self) -> None:
        while True:
            try:
                near = self._listening.accept()[0]
            except OSError:
                return
            with self._lock:
                self._sockets.append(near)
                if self._is_cut:
                    continue
            try:
                far = socket.create_connection(("127.0.0.1", self._to), timeout=5)
            except OSError:
                near.close()
                continue
            far.settimeout(None)
            with self._lock:
                self._sockets.append(far)
            for source, target in ((near, far), (far, near)):
                Thread(target=self._pass_on, args=(source, target), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if not self._is_cut:
                    target.sendall(data)
        with suppress(OSError):
            target.shutdown(socket.SHUT_RDWR)
