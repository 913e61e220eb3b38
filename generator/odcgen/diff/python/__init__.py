"""What callers of the generated package see of a change: methods, classes and enums, name by name."""
