"""What it means that a value fits several schemas at once, as `allOf` has it.

`rules` says for each keyword what two values of it mean together, `bodies` puts the keywords of several
schemas into one, and `schemas` follows references and leaves one plain schema where an `allOf` stood. The
normalizing of documents merges with it; the difference, which has to know where each keyword stands, shares
the rules.
"""
