"""What routes depend on: the services of this process, a session, and the client's address."""

from typing import Annotated

from fastapi import Depends, Path, Request

from backstep_lab.config import limits
from backstep_lab.config.settings import Settings
from backstep_lab.jobs.service import ComputeService
from backstep_lab.sessions.manager import SessionManager


def service_of(request: Request) -> ComputeService:
    """This process's service; the step routes call this themselves, which saves some of their time."""
    service: ComputeService = request.app.state.service
    return service


def client_of(request: Request) -> str:
    """The client's address, for its share of the sessions and of the queues."""
    return request.client.host if request.client else ""


async def _service(request: Request) -> ComputeService:
    return service_of(request)


async def _manager(request: Request) -> SessionManager:
    return service_of(request).manager


async def _client(request: Request) -> str:
    return client_of(request)


async def settings_of(request: Request) -> Settings:
    """The settings."""
    settings: Settings = request.app.state.settings
    return settings


SessionId = Annotated[
    str,
    Path(
        alias="id",
        min_length=1,
        max_length=limits.MAX_NAME,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="The session's id.",
    ),
]
ServiceDep = Annotated[ComputeService, Depends(_service)]
ManagerDep = Annotated[SessionManager, Depends(_manager)]
ClientDep = Annotated[str, Depends(_client)]
SettingsDep = Annotated[Settings, Depends(settings_of)]


class SessionQuestions:
    """The questions about one session, asked by one client."""

    def __init__(self, id: str, service: ComputeService, client: str) -> None:
        self.id, self.service, self.client = id, service, client

    async def ask(self, name: str, **arguments: object) -> bytes:
        """The answer to a question, named as its endpoint."""
        return await self.service.ask(self.id, name, arguments, self.client)


async def _questions(id: SessionId, service: ServiceDep, client: ClientDep) -> SessionQuestions:
    return SessionQuestions(id, service, client)


QuestionsDep = Annotated[SessionQuestions, Depends(_questions)]
