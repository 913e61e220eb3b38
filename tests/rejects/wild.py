"""Documents of other vendors: the repairs of each, what is not served, and what is refused with which words.

All lists are strict on both sides: what is sound or taken has to leave them, all else has to be on them.
"""

REPAIRED = {
    "box": {"path-with-fragment"},
    "cohere": {"empty-union", "dangling-mapping"},
    "discord": {"empty-enum"},
    "intercom": {"undeclared-path-parameter", "array-without-items"},
    "mastodon": {"default-of-another-type"},
    "meilisearch": {"null-text"},
    "mistral": {"path-with-fragment"},
    "onesignal": {"path-with-query"},
    "openai": {"default-of-another-type", "path-with-query"},
    "ory": {"undeclared-security-scheme"},
    "param_styles": {"path-with-fragment"},
    "sentry": {"undeclared-server-variable"},
    "slack": {"type-list", "tuple-items"},
    "spotify": {"required-in-property"},
}
WARNED = {"sentry": {"unserved-security-scheme"}}
REFUSED = {
    "onesignal": "type integer and type string exclude each other",
}
