"""The credential hook: where tokens come from, how long they live, and to whom they are sent."""
