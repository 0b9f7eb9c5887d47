"""What is wrong with a program: one sentence in every language, and where."""

from collections.abc import Sequence
from typing import Literal

from backstep_lab.engine.graph.graph import Argument, Place
from backstep_lab.i18n.catalogue import LANGUAGES, say


class ProgramError(Exception):
    """A program that cannot be read.

    `key` and `message_args` are the sentence's in the catalogues, `detail` is the English one. `line` counts
    from 1 (0 where it is in no line) and `column` from 0. `field` is what is at fault: the text, or a choice
    beside it.
    """

    field: Literal["program", "target", "train"] = "program"

    def __init__(self, key: str, place: Place, /, **args: Argument) -> None:
        self.key = key
        self.message_args = args
        self.line = place.line
        self.column = place.start
        self.detail = say(LANGUAGES[0], key, **args)
        super().__init__(self.detail)


class UnknownNames(ProgramError):  # noqa: N818 – the names are unknown, the program may be right
    """Names that are used and have no value: `names`, in order of the text. `place` is the first one's."""

    def __init__(self, names: Sequence[str], place: Place) -> None:
        self.names = tuple(names)
        super().__init__("program-unknown-names", place, names=", ".join(names), count=len(names))


class UnsuitableChoice(ProgramError):  # noqa: N818 – the program may be right, the choice is not
    """What was chosen to be differentiated (`target`) or trained (`train`) cannot be."""

    def __init__(self, field: Literal["target", "train"], key: str, /, **args: Argument) -> None:
        self.field = field
        super().__init__(key, Place(), **args)
