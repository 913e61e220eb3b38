"""Documents of other vendors that are not taken yet, each with what its refusal says.

The list is strict on both sides: what is taken has to leave it, and what is not on it has to be taken.
"""

REFUSED = {
    "box": 'must not have "#" there',
    "discord": "The enum has no values",
    "influx_oss": '"required" must be an array, not a boolean',
    "mastodon": 'does not fit the type "integer"',
    "meilisearch": '"description" must be a string, not null',
    "onesignal": 'must not have "?" there',
    "ory": "There is no security scheme",
    "param_styles": 'must not have "#" there',
    "sentry": "of the URL is not declared",
    "slack": "This is a Swagger 2.0 document",
}
