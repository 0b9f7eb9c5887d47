"""Names of hosts: the `Host` header of a request, and the hosts whose links an operator allows."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address

# RFC 3986, section 3.2.2, without user information: a name or IPv4 address, or an IPv6 address in brackets.
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::([0-9]{0,5}))?", re.ASCII)
_LABELS = re.compile(r"\*|(\*\.)?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?", re.ASCII)
LONGEST = 255  # characters of a name in the DNS (RFC 1035, section 2.3.4)
MAX_PORT = 65_535
LOOPBACK_NAMES = ("localhost",)


@dataclass(frozen=True, slots=True)
class Host:
    """A host by name, in lower case (an IPv6 address in brackets), with its port where one is given."""

    name: str
    port: int | None = None

    def __str__(self) -> str:
        return self.name if self.port is None else f"{self.name}:{self.port}"

    @property
    def is_loopback(self) -> bool:
        """Whether it means the machine itself: `localhost`, 127.0.0.0/8 or `[::1]` (RFC 6761, RFC 6890)."""
        if self.name.rstrip(".") in LOOPBACK_NAMES:
            return True
        try:
            if self.name.startswith("["):
                return IPv6Address(self.name[1:-1]).is_loopback
            return IPv4Address(self.name).is_loopback
        except AddressValueError:
            return False


def host_of(text: str) -> Host | None:
    """The host that a `Host` header names; None where it is malformed."""
    found = _HOST.fullmatch(text)
    if found is None or len(text) > LONGEST:
        return None
    name, digits = found[1].lower(), found[2]
    port = int(digits) if digits else None
    if (port is not None and port > MAX_PORT) or (name.startswith("[") and not _is_ipv6(name[1:-1])):
        return None
    return Host(name, port)


def pattern_of(text: str) -> str:
    """An entry of a list of allowed hosts, in lower case. Raises ValueError where it is none.

    `example.org` allows that host at any port, `example.org:8443` at this one, `*.example.org` every host
    below it, `*` every host.
    """
    name, _, port = text.rpartition(":") if re.search(r"[^:]:[0-9]+$", text) else (text, "", "")
    if not (_LABELS.fullmatch(name) or (name.startswith("[") and host_of(name))) or len(name) > LONGEST:
        raise ValueError(f"'{text}' is no host: write example.org, example.org:8443, *.example.org or *")
    if port and int(port) > MAX_PORT:
        raise ValueError(f"'{text}' has the port {port}; it must be at most {MAX_PORT}")
    return text.lower()


def is_allowed(host: Host, patterns: tuple[str, ...]) -> bool:
    """Whether links may name this host: the machine itself, or one of the operator's patterns."""
    return host.is_loopback or any(_matches(host, pattern) for pattern in patterns)


def _matches(host: Host, pattern: str) -> bool:
    if pattern in ("*", host.name, str(host)):
        return True
    return pattern.startswith("*.") and host.name.endswith(pattern[1:])


def _is_ipv6(text: str) -> bool:
    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    return True
