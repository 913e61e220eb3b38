"""Arguments into requests and answers into values; nothing here sends."""
