"""One vocabulary: the table in the engine's docstring is the one in docs/model.md, and there is no third."""

from backstep_lab import engine
from tests.docs.markdown import ROOT, documents, table_headed, text_of

HEADER = "| symbol | code | shape | meaning |"


def test_the_docstring_and_the_model_have_the_same_table() -> None:
    docstring = engine.__doc__
    assert docstring is not None
    assert table_headed(docstring, HEADER) == table_headed(text_of("docs/model.md"), HEADER)


def test_no_other_document_repeats_it() -> None:
    repeating = [str(path.relative_to(ROOT)) for path in documents() if HEADER in path.read_text("utf-8")]
    assert repeating == ["docs/model.md"]
