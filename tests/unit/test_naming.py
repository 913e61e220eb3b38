"""Python names: pinned ones win, no two are alike, none hides what the generated code needs."""

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odcgen import ir
from odcgen.config.names import TAKEN
from odcgen.naming import assign_names, reserved

TEXT = st.one_of(
    st.sampled_from(
        ["users", "Users", "user_s", "models", "auth", "list", "class", "wait", "Resource", "", "a.b", "_x"]
    ),
    st.text(max_size=12),
)


def api(operations=(), models=(), enums=()):
    text = ir.SpecText
    return ir.Api(
        name="shop",
        title=text("Shop"),
        version=text("1"),
        base_path=text(""),
        source="",
        digest="",
        operations=tuple(operations),
        models=tuple(models),
        enums=tuple(enums),
    )


def operation(path, method="GET", **fields):
    return ir.Operation(method=method, path=ir.SpecText(path), pointer=f"/paths/{path}/{method}", **fields)


def model(key, *fields, **others):
    return ir.Model(
        key=key,
        wire=ir.SpecText(key),
        pointer="",
        fields=tuple(ir.Field(wire=ir.SpecText(name), type=ir.ANY) for name in fields),
        **others,
    )


def names(named):
    return [f"{resource.name}.{item.name}" for resource in named.resources for item in resource.operations]


@given(
    st.lists(
        st.tuples(TEXT, st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE"]), st.none() | TEXT),
        max_size=8,
    )
)
def test_operations_never_share_a_name(drawn):
    unique = {(path, method): hint for path, method, hint in drawn}
    named = assign_names(
        api(operation("/" + path, method, hint=hint) for (path, method), hint in unique.items())
    )
    found = names(named)
    assert len(found) == len(set(found)) == len(unique)
    for resource in named.resources:
        assert resource.name.isidentifier()
        assert not keyword.iskeyword(resource.name)
        assert resource.name not in reserved.MODULES
        assert resource.class_name not in reserved.CLASSES
        for item in resource.operations:
            assert item.name.isidentifier()
            assert not item.name.startswith("_")
    classes = [resource.class_name for resource in named.resources]
    classes += [f"Async{name}" for name in classes]
    assert len(set(classes)) == len(classes)


@given(st.lists(TEXT, unique=True, max_size=8), st.lists(TEXT, unique=True, max_size=8))
def test_models_and_fields_never_share_a_name(keys, fields):
    named = assign_names(api(models=[model(key, *fields) for key in keys]))
    found = [item.name for item in named.models]
    assert len({name.lower() for name in found}) == len(found)
    for item in named.models:
        inside = [field.name for field in item.fields]
        assert len(set(inside)) == len(inside)
        assert not set(inside) & reserved.FIELDS


@given(st.lists(st.one_of(TEXT.map(ir.SpecText), st.integers()), min_size=1, max_size=8))
def test_enum_members_never_share_a_name(values):
    members = tuple(ir.EnumMember(value) for value in dict.fromkeys(values))
    (found,) = assign_names(
        api(enums=[ir.Enum(key="E", wire=ir.SpecText("E"), pointer="", members=members)])
    ).enums
    inside = [member.name for member in found.members]
    assert len(set(inside)) == len(inside)
    assert not any(name.startswith("_") for name in inside)


def test_the_order_of_a_document_does_not_take_a_pinned_name_away():
    operations = [operation("/users"), operation("/a/users", hint="users.get"), operation("/b/users")]
    for order in (operations, operations[::-1]):
        found = {
            item.path.text: f"{resource.name}.{item.name}"
            for resource in assign_names(api(order)).resources
            for item in resource.operations
        }
        assert found["/a/users"] == "users.get"


def test_a_name_says_more_of_the_path_where_it_must():
    named = assign_names(api([operation("/users"), operation("/a/users"), operation("/a/{k}/users")]))
    assert sorted(names(named)) == ["a_users.get", "users.get", "users.get_a_k_users"]


def test_a_pinned_model_name_wins_and_others_make_room():
    named = assign_names(api(models=[model("User"), model("Person", hint="User"), model("a.b.User")]))
    assert {item.key: item.name for item in named.models} == {
        "User": "UserModel",
        "Person": "User",
        "a.b.User": "UserModel_2",
    }


def test_models_keep_clear_of_the_classes_of_resources():
    named = assign_names(api([operation("/users")], [model("Users"), model("AsyncUsers"), model("KeyError")]))
    assert [item.name for item in named.models] == ["UsersModel", "AsyncUsersModel", "KeyErrorModel"]


@pytest.mark.parametrize(
    ("method", "names_", "spread"),
    [
        ("POST", ["a", "b"], True),
        ("PATCH", ["a"], False),
        ("POST", ["timeout"], False),
        ("POST", [], False),
        ("POST", [f"a{number}" for number in range(13)], False),
        ("POST", ["key"], False),
    ],
)
def test_a_post_takes_a_small_body_as_keywords(method, names_, spread):
    content = ir.BodyContent(ir.SpecText("application/json"), "json", ir.Ref("B"))
    path = ir.Parameter(wire=ir.SpecText("key"), location="path", type=ir.ANY, required=True)
    body = ir.Body((content,), required=True)
    (resource,) = assign_names(
        api([operation("/x/{key}", method, body=body, parameters=(path,))], [model("B", *names_)])
    ).resources
    assert resource.operations[0].body.spread is spread


def test_names_that_each_package_has_are_taken(generate):
    package = generate({"paths": {"/a": {"get": {"responses": {"204": {"description": ""}}}}}})
    client, twin = type(package.client()), type(package.async_client())
    public = {name for name in (*dir(client), *dir(twin)) if not name.startswith("_")} - {"api"}
    modules = {path.stem for path in package.folder.iterdir() if not path.name.startswith(("_", "."))} - {
        "api",
        "py",
    }
    assert public | modules <= TAKEN
