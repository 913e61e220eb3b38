"""Sends calls: one driver that blocks and one that is awaited."""
