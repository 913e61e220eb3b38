"""What a call may be told: options, retries, rate budgets."""
