"""Pairs for the rules about operations, parameters, bodies, answers, security and the document itself."""

from tests.unit.diff.documents import document, parameter, request_body, response_body, response_header
from tests.unit.diff.schema_pairs import STRING

PAST, FUTURE, LATER = "2020-01-01", "2090-01-01", "2095-01-01"
SUNSET = {"deprecated": True, "x-sunset": FUTURE}
OTHER = {"/others": {"get": {"responses": {"204": {"description": "Done"}}}}}


def document_pairs(rules):
    """Yield (rule, old, new, expected) for everything but schemas."""
    for family in (_existence, _lifecycle, _parameters, _bodies, _answers, _security, _schemes, _around):
        for rule, old, new in family():
            yield rule, old, new, {rule}


def _existence():
    def both(operation, method="delete"):
        made = document()
        made["paths"] |= OTHER
        made["paths"]["/things"][method] = {**document()["paths"]["/things"]["post"], **operation}
        return made

    def gone(path):
        made = both({})
        if path:
            del made["paths"]["/things"]
        else:
            del made["paths"]["/things"]["delete"]
        return made

    def only(operation):
        made = document(operation)
        made["paths"] |= OTHER
        return made

    for end, operation in (
        ("removed-without-deprecation", {}),
        ("removed-with-deprecation", {"deprecated": True}),
        ("removed-with-deprecation", {"deprecated": True, "x-sunset": PAST}),
        ("removed-before-sunset", SUNSET),
    ):
        yield f"api-{end}", both(operation), gone(path=False)
        yield f"api-path-{end}", only(operation), gone(path=True)
    yield "api-path-sunset-parse", only({"deprecated": True, "x-sunset": "soon"}), gone(path=True)
    yield "endpoint-added", gone(path=False), both({})
    yield "endpoint-added", gone(path=True), only({})


def _lifecycle():
    for rule, old, new in (
        ("endpoint-deprecated", {}, {"deprecated": True}),
        ("endpoint-deprecated-with-sunset", {}, SUNSET),
        ("api-deprecated-sunset-parse", {}, {"deprecated": True, "x-sunset": "soon"}),
        ("endpoint-reactivated", {"deprecated": True}, {}),
        ("sunset-deleted", SUNSET, {"deprecated": True}),
        ("api-sunset-date-changed-too-small", {**SUNSET, "x-sunset": LATER}, SUNSET),
        ("api-operation-id-added", {}, {"operationId": "make"}),
        ("api-operation-id-removed", {"operationId": "make"}, {"operationId": "create"}),
        ("api-tag-added", {}, {"tags": ["x"]}),
        ("api-tag-removed", {"tags": ["x"]}, {}),
    ):
        yield rule, document(old), document(new)


def _parameters():
    none, optional = document(method="get"), parameter(STRING)
    shared = {"name": "thing", "in": "query", "schema": STRING}
    yield "new-optional-request-parameter", none, optional
    yield "new-required-request-parameter", none, parameter(STRING, required=True)
    template = {"name": "id", "in": "path", "required": True, "schema": STRING}
    at = {"path": "/things/{id}", "method": "get"}
    yield "new-request-path-parameter", document(**at), document({"parameters": [template]}, **at)
    for need in ("optional", "required"):
        item = {"parameters": [{**shared, "required": need == "required"}]}
        rule = f"new-{need}-request-default-parameter-to-existing-path"
        yield rule, none, document(method="get", item=item)
    for rule, old, new in (
        ("request-parameter-became-required", {}, {"required": True}),
        ("request-parameter-became-optional", {"required": True}, {}),
        ("request-parameter-deprecated", {}, {"deprecated": True}),
        ("request-parameter-reactivated", {"deprecated": True}, {}),
        ("request-parameter-sunset-parse", {}, {"deprecated": True, "x-sunset": "soon"}),
        ("request-parameter-sunset-deleted", SUNSET, {"deprecated": True}),
        ("request-parameter-sunset-date-changed-too-small", {**SUNSET, "x-sunset": LATER}, SUNSET),
    ):
        yield rule, parameter(STRING, **old), parameter(STRING, **new)
    for rule, old in (
        ("request-parameter-removed", {}),
        ("request-parameter-removed-with-deprecation", {"deprecated": True}),
        ("request-parameter-removed-before-sunset", SUNSET),
        ("request-parameter-sunset-parse", {"deprecated": True, "x-sunset": "soon"}),
    ):
        yield rule, parameter(STRING, **old), none


def _bodies():
    body, required = request_body(STRING), request_body(STRING, required=True)
    two, bare = request_body(STRING), request_body(STRING)
    two["paths"]["/things"]["post"]["requestBody"]["content"]["text/plain"] = {"schema": STRING}
    bare["paths"]["/things"]["post"]["requestBody"]["content"]["application/json"] = {}
    yield "request-body-added-optional", document(), body
    yield "request-body-added-required", document(), required
    yield "request-body-removed", body, document()
    yield "request-body-became-required", body, required
    yield "request-body-became-optional", required, body
    yield "request-body-media-type-added", body, two
    yield "request-body-media-type-removed", two, body
    yield "request-body-media-type-schema-added", bare, body
    yield "request-body-media-type-schema-removed", body, bare


def _answers():
    def answers(*statuses):
        return document({"responses": {status: {"description": "Answer"} for status in statuses}})

    def typed(*names):
        content = {name: {"schema": STRING} for name in names}
        return document({"responses": {"200": {"description": "Answer", "content": content}}})

    def untyped():
        made = response_body(STRING)
        made["paths"]["/things"]["get"]["responses"]["200"]["content"]["application/json"] = {}
        return made

    yield "response-success-status-added", answers("200"), answers("200", "201")
    yield "response-success-status-removed", answers("200", "201"), answers("200")
    yield "response-non-success-status-added", answers("200"), answers("200", "404")
    yield "response-non-success-status-removed", answers("200", "404"), answers("200")
    yield "response-media-type-added", typed("text/plain"), typed("text/plain", "application/json")
    yield "response-media-type-removed", typed("text/plain", "application/json"), typed("text/plain")
    yield "response-media-type-name-changed", typed("text/plain"), typed("text/plain; charset=latin-1")
    special, general = "application/problem+xml", "application/xml"
    yield "response-media-type-name-generalized", typed(special), typed(general)
    yield "response-media-type-name-specialized", typed(general), typed(special)
    yield "response-body-media-type-schema-added", untyped(), response_body(STRING)
    yield "response-body-media-type-schema-removed", response_body(STRING), untyped()
    without = document({"responses": {"200": {"description": "Answer"}}})
    yield "response-header-added", without, response_header(STRING)
    yield "optional-response-header-removed", response_header(STRING), without
    yield "required-response-header-removed", response_header(STRING, required=True), without
    yield "response-header-became-optional", response_header(STRING, required=True), response_header(STRING)


def _security():
    none, key, scoped = [], [{"key": []}], [{"key": ["read"]}]
    for rule, old, new in (
        ("security-added", none, key),
        ("security-removed", key, none),
        ("security-scope-added", key, scoped),
        ("security-scope-removed", scoped, key),
    ):
        yield f"api-{rule}", document({"security": old}), document({"security": new})
        yield f"api-global-{rule}", document(security=old), document(security=new)


def _schemes():
    def scheme(**more):
        made = document()
        made["components"]["securitySchemes"] = {"key": {"type": "oauth2", **more}} if more else {}
        return made

    def flow(**more):
        urls = {"authorizationUrl": "https://a.example", "tokenUrl": "https://t.example", "scopes": {}}
        return scheme(flows={"authorizationCode": {**urls, **more}})

    start = "api-security-component"
    yield f"{start}-added", scheme(), flow()
    yield f"{start}-removed", flow(), scheme()
    yield f"{start}-type-changed", scheme(type="http", scheme="basic"), scheme(type="apiKey", name="k")
    yield f"{start}-oauth-url-changed", flow(), flow(authorizationUrl="https://b.example")
    yield f"{start}-oauth-token-url-changed", flow(), flow(tokenUrl="https://b.example")
    yield f"{start}-oauth-scope-added", flow(), flow(scopes={"read": "Read"})
    yield f"{start}-oauth-scope-removed", flow(scopes={"read": "Read"}), flow()
    yield f"{start}-oauth-scope-changed", flow(scopes={"read": "Read"}), flow(scopes={"read": "Look"})


def _around():
    hook = {"thing": {"post": {"responses": {"204": {"description": "Done"}}}}}
    yield "webhook-added", document(), document(webhooks=hook)
    yield "webhook-removed", document(webhooks=hook), document()
    yield "api-schema-removed", document(schemas={"D": STRING}), document()
