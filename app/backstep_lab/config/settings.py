"""What an operator decides: BACKSTEP_* in the environment (HOST and PORT without the prefix)."""

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from backstep_lab.config.hosts import pattern_of

PREFIX = (
    r"(/[A-Za-z0-9._~%!$&'()*+,;=:@-]+)*"  # of a path (RFC 3986, section 3.3), without a slash at its end
)


class Settings(BaseSettings):
    """Every setting with its default and the reason for it."""

    model_config = SettingsConfigDict(
        env_prefix="BACKSTEP_", env_ignore_empty=True, frozen=True, extra="ignore"
    )

    store: str = Field(
        default="sqlite:///backstep.sqlite3",
        description=(
            "Where sessions live: `sqlite:///relative.path`, `sqlite:////absolute/path`, "
            "`postgresql://user@host/database`, which processes on several machines may share, or `memory:`, "
            "which is gone with the process and serves one process only. A file in the working directory is "
            "easy to find."
        ),
    )
    public_url: str = Field(
        default="",
        description=(
            "The address learners see, with its path prefix, such as `https://example.org/backstep`, or the "
            "prefix alone, `/backstep`. Needed behind a proxy that changes host or path, unless it names the "
            "prefix in `X-Forwarded-Prefix`; without a host, addresses follow the request where its host is "
            "allowed, and are paths alone elsewhere."
        ),
    )
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description=(
            "Hosts that links may name without a public address, separated by spaces or commas: "
            "`example.org`, `example.org:8443`, `*.example.org`, or `*` for whatever a request says. "
            "`localhost`, 127.0.0.0/8 and `[::1]` always may: nobody else can be sent there."
        ),
    )
    frame_ancestors: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description=(
            "Hosts that may frame `/embed`, separated by spaces or commas. Empty allows every page, also one "
            "opened from a file, which `frame-ancestors *` would not."
        ),
    )
    max_sessions: int = Field(
        default=10_000,
        ge=1,
        le=10_000_000,
        description=(
            "How many sessions are kept. A session of the usual size takes a few kilobytes, the largest a "
            "few megabytes; when all places are taken, one that was never stepped makes room after a minute, "
            "another after an hour of rest, and otherwise a new learner is asked to wait."
        ),
    )
    sessions_per_client: int = Field(
        default=2_000,
        ge=1,
        le=10_000_000,
        description=(
            "How many of them one client address may have; a further one takes the place of the client's own "
            "oldest, first of those never stepped. A school behind one address fits in."
        ),
    )
    session_ttl: int = Field(
        default=30 * 24 * 3600,
        ge=1,
        le=10 * 365 * 24 * 3600,
        description="Seconds a session is kept after its last change: a month, longer than a term's break.",
    )
    max_body_bytes: int = Field(
        default=2 * 1024 * 1024,
        ge=1024,
        le=64 * 1024 * 1024,
        description="The largest request body: twice what the largest allowed network and data set take.",
    )
    max_train_seconds: float = Field(
        default=20.0,
        gt=0,
        le=600,
        description="The longest one call may compute; what is done by then is kept. Proxies give up at 30.",
    )
    compute_processes: int = Field(
        default=2,
        ge=1,
        le=256,
        description=(
            "Processes beside each server process that train and answer long questions, of some 70 MB each; "
            "more than there are processors only share them."
        ),
    )
    max_queue: int = Field(
        default=2_000,
        ge=1,
        le=1_000_000,
        description=(
            "How many computations may wait for a turn in one server process before further ones are turned "
            "away with status 429: a lecture hall that presses Train at the same moment fits in."
        ),
    )
    max_queue_per_session: int = Field(
        default=32,
        ge=1,
        le=10_000,
        description="The same for one session: far more than a page asks for at a time.",
    )
    cache_megabytes: int = Field(
        default=64,
        ge=1,
        le=65_536,
        description=(
            "Memory for sessions that a server process keeps computed; others are loaded from the store when "
            "they are needed, which takes about a millisecond."
        ),
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="What is logged to standard error; `info` has a line for each request."
    )
    host: str = Field(
        default="127.0.0.1",
        validation_alias=AliasChoices("HOST", "host"),
        description="The address to listen on; this machine only by default.",
    )
    port: int = Field(
        default=8000,
        ge=0,
        le=65535,
        validation_alias=AliasChoices("PORT", "port"),
        description="The port to listen on.",
    )

    @field_validator("frame_ancestors", "allowed_hosts", mode="before")
    @classmethod
    def _split_hosts(cls, value: object) -> object:
        return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("allowed_hosts")
    @classmethod
    def _host_patterns(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(pattern_of(entry) for entry in value)

    @field_validator("public_url")
    @classmethod
    def _without_slash(cls, value: str) -> str:
        parts = urlsplit(value)
        is_path = re.fullmatch(PREFIX, parts.path.rstrip("/")) and value.startswith("/") and not parts.netloc
        if value and not is_path and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError(
                "BACKSTEP_PUBLIC_URL must begin with http:// or https:// and a host, or be a path like /lab"
            )
        if parts.query or parts.fragment:
            raise ValueError("BACKSTEP_PUBLIC_URL ends with its path: no ? and no #")
        return value.rstrip("/")

    @property
    def address(self) -> str:
        """The public address where it has a host, empty elsewhere."""
        return self.public_url if self.public_url.startswith("http") else ""

    @property
    def root_path(self) -> str:
        """The path prefix of the public address, empty without one."""
        return urlsplit(self.public_url).path
