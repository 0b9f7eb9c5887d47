"""How a process shares its sessions among calls: locks, threads, turns, cache, work estimates."""
