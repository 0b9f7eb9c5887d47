"""What cannot be shown, and why."""

from typing import Any

from backstep_lab.i18n import catalogue
from backstep_lab.spec.errors import Invalid, Problem


class CannotShow(ValueError):  # noqa: N818 – what a reader of a notebook sees first
    """A model, its training or its examples cannot be shown: a sentence in the asked language."""

    @classmethod
    def because(cls, problem: Problem, lang: str) -> "CannotShow":
        """In words of the language."""
        sentence = catalogue.say(lang, problem.key, **problem.message_args)
        return cls(problem.detail if sentence == problem.key or lang == catalogue.LANGUAGES[0] else sentence)


def no_layer(layer: str, why: str = "") -> Invalid:
    """A layer that Backstep does not have; `why` is the setting that makes it so."""
    detail = (
        f"{layer}{f' with {why}' if why else ''} cannot be shown: Backstep steps through networks of fully "
        "connected layers and their activation functions."
    )
    return Invalid("network", detail, "problem-no-such-layer", layer=f"{layer} ({why})" if why else layer)


def no_setting(owner: str, setting: str) -> Invalid:
    """A loss or an optimizer with a setting that Backstep does not have."""
    return Invalid(
        "training",
        f"{owner} with {setting} cannot be shown: Backstep has no such setting.",
        "problem-no-such-setting",
        owner=owner,
        setting=setting,
    )


def unknown(what: str, name: str, there_are: Any) -> Invalid:
    """A model, loss or optimizer of no kind that is known."""
    choices = ", ".join(there_are)
    kind = "activation function" if what == "activation" else what
    return Invalid(
        what,
        f"This {kind} cannot be shown: {name}. There are {choices}.",
        f"problem-unknown-{what}",
        name=name,
        choices=choices,
    )
