"""One call, with everything that its attempts share, from a client's settings."""
