"""Where long computations run: fair queues, and child processes. Without knowledge of networks."""
