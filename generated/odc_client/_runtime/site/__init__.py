"""Where the portal is, and which certificates are trusted there."""
