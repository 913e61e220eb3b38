"""Speed of odcgen and of the client it writes, as ratios to peers measured in the same run."""
