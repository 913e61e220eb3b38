"""From any text to Python names."""

import hashlib
import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odcgen.kit.characters import is_name_character, is_printable
from odcgen.kit.namespace import Namespace, fold
from odcgen.kit.words import KEYWORDS, constant, pascal, snake, words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("userName", "user_name"),
        ("UserName", "user_name"),
        ("user-name", "user_name"),
        ("user name", "user_name"),
        ("metadata.urlPathContains", "metadata_url_path_contains"),
        ("_embedded", "embedded"),
        ("HTTPServer", "http_server"),
        ("OAuth2Token", "o_auth2_token"),
        ("IP filters", "ip_filters"),
        ("$filter", "filter"),
        ("class", "class_"),
        ("match", "match_"),
        ("None", "none"),
        ("True", "true"),
        ("1st", "value_1st"),
        ("", "value"),
        ("***", "value"),
        ("Ünïcode", "ünïcode"),
        ("名前", "名前"),
        ("ﬁle", "file"),
        ("a\u202eb", "a_b"),
        ("__init__", "init"),
    ],
)
def test_snake(text, name):
    assert snake(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("user", "User"),
        ("user profile", "UserProfile"),
        ("OAuthToken", "OAuthToken"),
        ("Some_thing-else", "SomeThingElse"),
        ("1st", "Model_1st"),
        ("", "Model"),
        ("\u7528\u6237", "Model\u7528\u6237"),
        ("None", "None_"),
        ("a" * 300, "A" + "a" * 79),
    ],
)
def test_pascal(text, name):
    assert pascal(text).startswith(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Active", "ACTIVE"),
        ("inProgress", "IN_PROGRESS"),
        ("", "EMPTY"),
        ("*", "EMPTY"),
        ("1", "EMPTY_1"),
        ("None", "NONE"),
    ],
)
def test_constant(text, name):
    assert constant(text) == name


@given(
    st.one_of(st.text(), st.text(st.characters()), st.sampled_from([*keyword.kwlist, *keyword.softkwlist]))
)
def test_every_text_becomes_a_name_that_python_and_every_file_system_takes(text):
    for make in (snake, pascal, constant):
        name = make(text)
        assert name.isidentifier()
        assert not keyword.iskeyword(name)
        assert len(name.encode()) < 110
        exec(f"{name} = 1", {})


@given(st.text())
def test_words_are_lower_case_and_hold_no_separator(text):
    for word in words(text):
        assert word == word.lower()
        assert "_" not in word


@given(st.lists(st.sampled_from(["a", "a_2", "b", "a_"]), max_size=12))
def test_unique_names_never_repeat(wanted):
    space, taken = Namespace(), set()
    for name in wanted:
        found = space.claim(name)
        assert found not in taken
        assert found == name or name in taken
        taken.add(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("User", "user"),
        ("filter", "f\u0131lter"),  # a dotless i
        ("strasse", "stra\xdfe"),
        ("file", "\ufb01le"),
        ("\u03c3", "\u03c2"),  # two forms of sigma
        ("k", "\u212a"),  # the sign of kelvin
        ("\u1e9e", "SS"),
    ],
)
def test_names_that_are_alike_in_any_case_are_one(one, other):
    assert Namespace([one]).claim(other) == f"{other}_2"


@given(st.text(), st.text())
def test_names_that_are_not_alike_give_other_constants(one, other):
    one, other = snake(one), snake(other)
    if fold(one) != fold(other):
        assert constant(one) != constant(other)


@given(st.text())
def test_only_the_names_of_classes_begin_with_a_capital(text):
    assert pascal(text)[0] != pascal(text)[0].lower()
    assert snake(text) == snake(text).lower()
    assert not snake(text).startswith("_")
    assert "__" not in snake(text)


def test_the_reserved_words_are_those_of_every_python():
    assert set(keyword.kwlist) <= KEYWORDS
    assert [snake(name) for name in ("type", "match", "case", "_")] == ["type", "match_", "case_", "value"]


@pytest.mark.parametrize(
    "text", ["a\u30fbb", "a\uff65b", "a\U0001ccd6b", "a\U0001e030b", "a\u019bb", "a\u10a0b"]
)
def test_what_some_python_knows_and_another_does_not_is_in_no_name(text):
    assert [snake(text), pascal(text), constant(text)] == ["a_b", "AB", "A_B"]


def test_the_characters_of_names_and_of_print_are_the_same_on_every_python():
    names, shown = hashlib.sha256(), hashlib.sha256()
    for number in range(0x110000):
        char = chr(number)
        if is_name_character(char):
            names.update(f"{char}{char.lower()}{char.upper()}".encode())
        shown.update(b"1" if is_printable(char) else b"0")
    assert (names.hexdigest()[:16], shown.hexdigest()[:16]) == ("8660899075d2cea4", "77b1674e4db6c54a")
