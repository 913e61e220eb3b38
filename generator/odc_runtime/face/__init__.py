"""What generated code stands on: clients, resources, raw answers."""
