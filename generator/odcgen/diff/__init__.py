"""What a change of the documents means: `wire` compares documents, `python` the packages made of them."""
