"""Every rule of the validation: what breaks it is one error at its place, and nothing else is an error."""

import pytest
from odcgen.errors import DocumentError, DocumentErrors

from tests.rejects.documents import ABSENT, GET, NAME, PET, SCHEMAS, SOUND, broken, check, line_of
from tests.rejects.rules import ACCEPTED, ACCEPTED_IN_31, MISSING, RULES, WRONG_TYPES


def error_of(data):
    with pytest.raises(DocumentError) as caught:
        check(data)
    assert not isinstance(caught.value, DocumentErrors), str(caught.value)
    return caught.value


def test_the_sound_document_is_accepted():
    check(SOUND)


@pytest.mark.parametrize(("pointer", "value"), WRONG_TYPES)
def test_a_value_of_the_wrong_type_is_one_error_at_its_place(pointer, value):
    data = broken({pointer: value})
    error = error_of(data)
    assert error.pointer == pointer
    assert error.line == line_of(data, pointer)
    assert error.file == "pets.json"


@pytest.mark.parametrize("pointer", MISSING)
def test_a_missing_field_is_one_error_at_its_place_and_the_line_of_its_owner(pointer):
    data = broken({pointer: ABSENT})
    error = error_of(data)
    assert error.pointer == pointer
    assert error.line == line_of(data, pointer)


@pytest.mark.parametrize(("changes", "pointer", "words"), RULES.values(), ids=RULES)
def test_a_broken_rule_is_one_error_at_its_place_that_says_why(changes, pointer, words):
    data = broken(changes)
    error = error_of(data)
    assert error.pointer == pointer
    assert error.line == line_of(data, pointer)
    assert words in str(error)
    assert str(error).count("\n") == 0
    assert error.exit_code == 1


@pytest.mark.parametrize("changes", ACCEPTED.values(), ids=ACCEPTED)
def test_what_can_be_understood_is_accepted(changes):
    check(broken(changes))


@pytest.mark.parametrize("changes", ACCEPTED_IN_31.values(), ids=ACCEPTED_IN_31)
def test_what_is_new_in_31_is_accepted_there(changes):
    check(broken(changes, version="3.1.0"))


def test_a_31_document_without_anything_is_refused():
    error = error_of({"openapi": "3.1.0", "info": {"title": "", "version": ""}})
    assert error.pointer == "/paths"


def test_several_errors_are_told_at_once_in_the_order_of_the_lines():
    with pytest.raises(DocumentErrors) as caught:
        check(broken({NAME: "x", "/info/title": 5, f"{GET}/operationId": 5}))
    pointers = [error.pointer for error in caught.value.errors]
    assert pointers == ["/info/title", f"{GET}/operationId", NAME]
    assert str(caught.value).count("\n") == 2


def test_of_very_many_errors_the_first_are_told():
    with pytest.raises(DocumentErrors) as caught:
        check(broken({f"{PET}/properties": {f"p{i}": 5 for i in range(1000)}}))
    assert len(caught.value.errors) == 100
    assert "80 more errors" in str(caught.value)


def test_a_mistake_and_its_consequences_are_one_error():
    # Every reference to the schema is broken as well, but that follows.
    assert error_of(broken({SCHEMAS: []})).pointer == SCHEMAS


def chain(length):
    links = {f"C{i}": {"$ref": f"#{SCHEMAS}/C{i + 1}"} for i in range(length)}
    return broken(
        {f"{SCHEMAS}/{name}": schema for name, schema in links.items()}
        | {f"{SCHEMAS}/C{length}": {"type": "string"}}
    )


def test_references_may_follow_on_each_other():
    check(chain(100))


@pytest.mark.parametrize("length", [101, 1000, 5000])
def test_a_long_chain_of_references_is_one_error(length):
    assert "More than 100 references" in str(error_of(chain(length)))


def test_schemas_may_refer_to_each_other_without_end_in_depth():
    names = [f"N{i}" for i in range(3000)]
    schemas = {
        f"{SCHEMAS}/{name}": {"properties": {"next": {"$ref": f"#{SCHEMAS}/{following}"}}}
        for name, following in zip(names, names[1:] + names[:1], strict=True)
    }
    check(broken(schemas))
