"""Token stores that outlive the process: encrypted files for one machine, Redis for a fleet."""
