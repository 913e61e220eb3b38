"""JSON values to Python ones, strictly where it is cheap and tolerantly where ODC needs it."""

import copy
import math
import pickle
import uuid as library
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odc_runtime.errors.base import DecodeError, InvalidArgument
from odc_runtime.wire import codec, parameters
from odc_runtime.wire.codec import DECODE_ERRORS, decode_list, decode_map, open_enum

from tests.runtime.sample import KEY, THING, Thing


class Status(StrEnum):
    ACTIVE = "Active"


@given(st.uuids())
def test_a_uuid_is_read_as_the_library_reads_it(value):
    found = codec.uuid(str(value))
    assert found == value
    assert (repr(found), hash(found), found.is_safe) == (repr(value), hash(value), library.SafeUUID.unknown)
    assert codec.uuid(str(value).upper()) == value


PLUS_2 = timezone(timedelta(hours=2))
HOSTILE_UUIDS = [
    "", "x" * 36, KEY[:-1], KEY + "0", KEY.replace("-", ""), f"{{{KEY}}}", f"urn:uuid:{KEY}",
    KEY.replace("5717", "57_7"), KEY.replace("5717", "57 7"), KEY.replace("5717", "+717"),
    KEY.replace("5717", "0x17"), KEY.replace("5717", "\uff15\uff17\uff11\uff17"),
    " " + KEY[1:], KEY.replace("-", "_"), KEY[:-2] + "  ", KEY[:-2] + "--",
    "3fa85f64-5717-4562-b3fc-2c963f66af 6", "3fa85f64-5717-4562-b3fc-2c963f66 -6",
    None, 5, True, [], {}, ["a"] * 36, b"3fa85f64-5717-4562-b3fc-2c963f66afa6",
]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE_UUIDS)
def test_a_text_that_only_looks_like_a_uuid_is_refused(value):
    with pytest.raises(DECODE_ERRORS):
        codec.uuid(value)


@given(st.text(alphabet="0123456789abcdefABCDEF-_ +xé\n", max_size=40) | st.text(max_size=40))
def test_no_text_is_a_uuid_unless_the_library_agrees(text):
    try:
        found = codec.uuid(text)
    except DECODE_ERRORS:
        return
    assert found == library.UUID(text)
    assert len(text) == 36


def test_where_the_dashes_of_a_uuid_stand_says_nothing():
    assert codec.uuid(KEY.replace("4-5", "45-")) == library.UUID(KEY)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-01-31T12:34:56Z", datetime(2026, 1, 31, 12, 34, 56, tzinfo=UTC)),
        ("2026-01-31T12:34:56.1234567Z", datetime(2026, 1, 31, 12, 34, 56, 123456, tzinfo=UTC)),
        ("2026-01-31T12:34:56.1+02:00", datetime(2026, 1, 31, 12, 34, 56, 100000, PLUS_2)),
        ("2026-01-31T12:34:56", datetime(2026, 1, 31, 12, 34, 56)),  # noqa: DTZ001 - as it is written
        ("2026-01-31 12:34:56.7654321", datetime(2026, 1, 31, 12, 34, 56, 765432)),  # noqa: DTZ001
        ("0001-01-01T00:00:00", datetime(1, 1, 1)),  # noqa: DTZ001
        ("9999-12-31T23:59:59.9999999Z", datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)),
    ],
)
def test_moments_as_servers_write_them(text, moment):
    found = codec.datetime_(text)
    assert found == moment
    assert found.tzinfo == moment.tzinfo


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-31T12:34:56",
        "2026-01-31T12:34:56.1234567",
        "2026-01-31T12:34:56.1234567Z",
        "0001-01-01T00:00:00",
        "2026-01-31T12:34:56.123456789+02:00",
        "2026-01-31T12:34:56Z",
        "2026-01-31T12:34:56.123456-03:30",
    ],
)
def test_a_moment_goes_back_as_it_came(text):
    found = codec.datetime_(text)
    for one in (found, copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert (one, parameters.moment_text(one)) == (found, text)


def test_what_is_calculated_from_a_moment_is_no_text_of_the_server():
    found = codec.datetime_("2026-01-31T12:34:56.1234567Z")
    assert parameters.moment_text(found + timedelta(days=1)) == "2026-02-01T12:34:56.123456Z"
    assert parameters.moment_text(found.replace(microsecond=0)) == "2026-01-31T12:34:56Z"
    local = codec.datetime_("2026-01-31T12:34:56")
    assert parameters.moment_text(local.replace(tzinfo=UTC)) == "2026-01-31T12:34:56Z"
    with pytest.raises(InvalidArgument, match="time zone"):
        parameters.moment_text(local + timedelta(days=1))
    assert pickle.loads(pickle.dumps(local + timedelta(days=1))) == datetime(2026, 2, 1, 12, 34, 56)  # noqa: DTZ001


@pytest.mark.parametrize(
    "value",
    ["", "2026-01-31", "20260131T123456", "2026-W05-6", "2026-13-01T00:00:00Z", "2026-01-31T25:00:00Z",
     "soon", "2026-01-31T12:34", "2026-01-31x12:34:56", 1769862896, None, True, [], {}],
)  # fmt: skip
def test_what_is_no_moment_is_refused(value):
    with pytest.raises(DECODE_ERRORS):
        codec.datetime_(value)


def test_dates():
    assert codec.date("2026-01-31") == date(2026, 1, 31)
    for value in ("20260131", "2026-W05-6", "2026-01-31T00:00:00", "2026-02-30", "", 20260131, None, []):
        with pytest.raises(DECODE_ERRORS):
            codec.date(value)


def test_numbers():
    assert (codec.number(1), codec.number(1.5), codec.integer(5), codec.integer(5.0)) == (1.0, 1.5, 5, 5)
    assert type(codec.number(1)) is float
    for big in (2**53 + 1, -(10**400), 10**400):
        assert codec.number(big) == big
        assert type(codec.number(big)) is int
    assert type(codec.integer(5.0)) is int
    for value in (True, "1", None, [], {}):
        with pytest.raises(TypeError, match="expected a number"):
            codec.number(value)
    for value in (True, "1", None, 1.5, math.inf, math.nan):
        with pytest.raises(TypeError, match="expected an integer"):
            codec.integer(value)


def test_an_enum_is_open():
    assert open_enum(Status, "Active") is Status.ACTIVE
    assert open_enum(Status, "Unheard") == "Unheard"
    for value in (5, None, True, [], {}):
        with pytest.raises(DECODE_ERRORS):
            open_enum(Status, value)


def test_an_error_in_a_list_or_map_tells_its_place():
    with pytest.raises(DecodeError) as caught:
        decode_map({"a b": [THING, {"key": 1}]}, lambda value: decode_list(value, Thing.decode))
    assert caught.value.path == "$['a b'][1].key"
    with pytest.raises(DecodeError) as caught:
        decode_list([{"key": KEY}, 3], Thing.decode)
    assert caught.value.path == "$[1]"
    assert "expected an object" in str(caught.value)


@pytest.mark.parametrize("value", [None, {}, "text", 5, ()])
def test_a_list_is_a_list(value):
    with pytest.raises(TypeError, match="expected a list"):
        decode_list(value, Thing.decode)


@pytest.mark.parametrize("value", [None, [], "text", 5])
def test_a_map_is_an_object(value):
    with pytest.raises(TypeError, match="expected an object"):
        decode_map(value, Thing.decode)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["key", "name", "size"]), inner)
    ),
    max_leaves=6,
)


@given(json_values)
def test_any_json_is_decoded_or_refused_with_a_decode_error(value):
    try:
        thing = Thing.decode(value)
    except DecodeError:
        return
    assert isinstance(thing.key, library.UUID)
