"""How calls are sent: retries, budgets of requests, logging, tracing; policies decide, clients carry out."""
