"""The one door from HTTP to state."""

from typing import Annotated

from fastapi import Depends, Path, Request

from app.sessions.keeper import Keeper
from app.sessions.session import Session
from app.settings import Settings


def keeper_of(request: Request) -> Keeper:
    """The process's keeper of sessions; step routes call this themselves, which saves some of their time."""
    keeper: Keeper = request.app.state.keeper
    return keeper


async def _keeper(request: Request) -> Keeper:
    return keeper_of(request)


async def settings_of(request: Request) -> Settings:
    """The settings."""
    settings: Settings = request.app.state.settings
    return settings


SessionId = Annotated[
    str,
    Path(
        alias="id", min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$", description="The session's id."
    ),
]
KeeperDep = Annotated[Keeper, Depends(_keeper)]
SettingsDep = Annotated[Settings, Depends(settings_of)]


async def session_of(id: SessionId, keeper: KeeperDep) -> Session:
    """The session as the store has it now."""
    return await keeper.find(id)


SessionDep = Annotated[Session, Depends(session_of)]
