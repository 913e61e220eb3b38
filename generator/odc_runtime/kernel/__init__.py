"""The ground floor: what knows nothing of a client, and the one module that imports the HTTP library."""
