"""The escaping filters: whatever a document says is data in the generated code."""

import ast
import io
import tokenize
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odcgen.errors import RenderError
from odcgen.ir import SpecText
from odcgen.render.check import check
from odcgen.render.docs import sentence
from odcgen.render.escape import CLOSE, OPEN, comment, docstring, literal, unmark

NASTY = st.lists(st.sampled_from(list("\"'\\\n\r\t{}#;%$ a\0\x85\u2028\u202e\ud800" + OPEN + CLOSE))).map(
    "".join
)
TEXT = st.one_of(st.text(), NASTY, st.text(st.characters()))


def without_marks(texts):
    return texts.filter(lambda text: OPEN not in text and CLOSE not in text)


@given(without_marks(TEXT))
def test_a_literal_is_the_text_itself(text):
    code = check("a.py", f"x = {literal(SpecText(text))}\n")
    tree = ast.parse(code)
    assert [type(node).__name__ for node in ast.walk(tree)] == [
        "Module",
        "Assign",
        "Name",
        "Constant",
        "Store",
    ]
    assert tree.body[0].value.value == text
    assert code.isascii() or all(char.isprintable() or is_unassigned(char) for char in code.rstrip("\n"))


@pytest.mark.parametrize("mark", [OPEN, CLOSE])
def test_a_literal_of_a_mark_is_refused(mark):
    with pytest.raises(RenderError, match="character"):
        literal(SpecText(f"a{mark}b"))


@given(st.one_of(st.integers(), st.booleans()))
def test_a_number_is_its_own_literal(value):
    assert ast.literal_eval(literal(value)) is value or ast.literal_eval(literal(value)) == value


@given(TEXT, TEXT)
def test_a_docstring_holds_its_texts_and_nothing_else(first, second):
    shown = docstring(SpecText(first)) + " and " + docstring(second)
    code = check("a.py", f'def f():\n    """{shown}"""\n    return 1\n')
    tree = ast.parse(code)
    assert len(tree.body) == 1
    assert len(tree.body[0].body) == 2
    words = ast.get_docstring(tree.body[0]).split()
    printable = ["".join(c for c in word if c.isprintable()) for word in (f"{first} and {second}").split()]
    assert [plainer(word) for word in words if plainer(word)] == [
        plainer(word) for word in printable if plainer(word)
    ]


def plainer(word):
    """Quotes may have become single ones; what is unassigned is judged in test_words.py."""
    return "".join(char for char in word.replace('"', "'") if not is_unassigned(char))


def is_unassigned(char):
    """Whether this Python does not know a character; a later one may call it printable."""
    return unicodedata.category(char) == "Cn"


@given(TEXT)
def test_a_comment_stays_on_its_line(text):
    code = check("a.py", f"x = 1  # {comment(SpecText(text))}\ny = 2\n")
    assert [node.targets[0].id for node in ast.parse(code).body] == ["x", "y"]
    kinds = [token.type for token in tokenize.generate_tokens(io.StringIO(code).readline)]
    assert kinds.count(tokenize.COMMENT) == 1


@given(TEXT)
def test_a_sentence_is_a_docstring_too(text):
    shown = sentence(SpecText(text))
    assert (
        ast.parse(check("a.py", f'"""{shown}"""\n')).body[0].value.value.endswith((".", "!", "?", ":", "'"))
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("list the users", "List the users."),
        ("First. Second.", "First."),
        ("Really? yes", "Really? yes."),
        ("a\n  b", "A b."),
        ('say "hi"', 'Say "hi".'),
        ("e.g. this", "E.g."),
    ],
)
def test_a_sentence_is_the_first_one_with_a_capital_and_a_stop(text, shown):
    assert unmark(sentence(SpecText(text))) == shown


@pytest.mark.parametrize("use", [str, "{}".format, lambda text: f"{text}", lambda text: "" + text, "".join])
def test_text_of_a_document_cannot_be_printed_by_accident(use):
    with pytest.raises(TypeError):
        use(SpecText("text") if use is not "".join else [SpecText("text")])
