"""Where long computations run: fair queues, and processes beside the server's. Knows no network."""
