"""From rendered text to files on disk: formatted, compared, written whole or not at all."""
