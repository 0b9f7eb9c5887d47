"""`backstep_lab.show`: a model of the notebook, stepped under the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from backstep_lab.exports.offline.file import FileOptions
from backstep_lab.i18n import catalogue
from backstep_lab.notebook.adapters.chosen import loss_of, model_of, optimizer_of
from backstep_lab.notebook.examples import examples_of
from backstep_lab.notebook.network import NotebookTraining
from backstep_lab.notebook.recording import Recording
from backstep_lab.notebook.refusal import CannotShow
from backstep_lab.notebook.spec_body import LOSS_OF, body_of
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.spec.errors import Invalid, Problem
from backstep_lab.web.frame_height import natural_height
from backstep_lab.wire.address import ParsedAddress, parse_address

if TYPE_CHECKING:
    from backstep_lab.notebook.live import LiveSession

WIDTH = 1000  # pixels of a cell's output, about


@overload
def show(model: Any, X: Any, y: Any, *, live: Literal[False] = False, **options: Any) -> Recording: ...


@overload
def show(model: Any, X: Any, y: Any, *, live: Literal[True], **options: Any) -> LiveSession: ...


def show(
    model: Any,
    X: Any,
    y: Any,
    *,
    loss: Any = None,
    optimizer: Any = None,
    batch_size: int | Literal["all"] | None = None,
    iterations: int = 3,
    live: bool = False,
    height: int | None = None,
    lang: str = catalogue.LANGUAGES[0],
    **address: Any,
) -> Recording | LiveSession:
    """Step through a network with its own weights, under the cell.

    `model` is a `torch.nn.Sequential`, an `MLPClassifier` or `MLPRegressor`, a Keras `Sequential`, or a list
    of `(W, b, activation)`; `X` and `y` are its examples. `loss` and `optimizer` are those of the model's
    package, or Backstep's by name; otherwise the model's own, else a loss that suits its output, and SGD with
    η = 0.1.

    A recording of so many `iterations` needs no server; with `live` a server is started that the page can
    train and edit on. `lang`, and further words of an address such as `theme="dark"`, `step=21`,
    `panels="formula"`, set how it opens. Raises CannotShow with the reason, naming the layer where it is one.
    """
    try:
        body = spec_body(model, X, y, loss, optimizer, batch_size)
        said = _address({"lang": lang, **address})
        body |= {name: part for name, part in said.begin.items() if name not in ("preset", "state")}
        tall = height or natural_height(WIDTH, said.query)
        if live:
            from backstep_lab.notebook.live import LiveSession

            return LiveSession(body, said.query, tall)
        recording = Recording(
            open_bookmark("", parse_create(body)), FileOptions(iterations, None, said, lang), tall
        )
        recording.html  # noqa: B018 – what is too large is refused here and not when it is shown
    except Problem as problem:
        raise CannotShow.because(problem, lang) from None
    return recording


def spec_body(
    model: Any, X: Any, y: Any, loss: Any, optimizer: Any, batch_size: int | str | None
) -> dict[str, Any]:
    """The body that makes a session of the model. Raises Invalid where Backstep has no such network."""
    read = model_of(model)
    asked = NotebookTraining(batch_size=batch_size).over(loss_of(loss).over(optimizer_of(optimizer)))
    whole = read.finished(asked.over(read.training))
    named = whole.training.loss or LOSS_OF.get(whole.layers[-1].activation, "")
    return body_of(whole, *examples_of(whole, X, y, named))


def _address(said: dict[str, Any]) -> ParsedAddress:
    """The words of an address, given as Python values. Raises Invalid for unknown ones and invalid values."""
    texts = {
        name: ",".join(value) if isinstance(value, list | tuple) else str(value)
        for name, value in said.items()
    }
    parsed = parse_address(texts)
    unknown = sorted(set(texts) - set(type(parsed.query).model_fields))
    if unknown:
        raise Invalid(
            unknown[0], f"show() has no option {unknown[0]!r}.", "problem-unknown-option", name=unknown[0]
        )
    for warning in parsed.warnings:
        raise Invalid(
            warning.name,
            f"{warning.name} is {warning.value}; it must be {warning.allowed}.",
            "problem-option-value",
            name=warning.name,
            value=warning.value,
            allowed=warning.allowed,
        )
    return parsed
