"""Where credentials come from: the environment, a file, a command, a client's secret, your own code."""
