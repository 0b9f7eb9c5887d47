"""The sockets on which a server accepts connections."""

import socket
from errno import EADDRNOTAVAIL, EAFNOSUPPORT

HANDLES = 8  # connections that an event loop may accept in one turn


def listening(host: str, port: int) -> list[socket.socket]:
    """Sockets bound to every address of a host that this machine has, each with several handles.

    Raises OSError where there is none, or where a port is taken.

    The event loop of libuv accepts one connection of each handle per turn. With a single one, new connections
    wait for many turns behind those that others keep opening.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    bound: list[socket.socket] = []
    missing: OSError | None = None
    for family, address in dict.fromkeys((entry[0], entry[4]) for entry in found):
        try:
            bound.append(_bound(family, address))
        except OSError as error:
            if error.errno not in (EADDRNOTAVAIL, EAFNOSUPPORT):
                for one in bound:
                    one.close()
                raise
            missing = error  # as where IPv6 is switched off
    if not bound and missing is not None:
        raise missing
    return [handle for one in bound for handle in (one, *(one.dup() for _ in range(HANDLES - 1)))]


def _bound(family: int, address: tuple[object, ...]) -> socket.socket:
    one = socket.socket(family, socket.SOCK_STREAM)
    try:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)  # IPv4 has a socket of its own
        one.bind(address)
    except OSError:
        one.close()
        raise
    return one
