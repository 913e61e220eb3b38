"""What a run needs around the stages: its inputs, its workers, and what earlier runs left in the cache."""
