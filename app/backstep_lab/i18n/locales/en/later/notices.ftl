### What is said after a session expired or its numbers overflowed.

notice-renewed-same = This session had expired. A new one has begun with your weights and settings: the numbers are the same, iterations are counted from 1 again, and earlier changes can no longer be undone.
notice-renewed-weights = This session had expired. A new one has begun with your weights and settings, from its first examples: other numbers may differ, iterations are counted from 1 again, and earlier changes can no longer be undone.
notice-renewed-spec = Your session was stored in a form that can no longer be read. A new one has begun with the same settings, from its start.
notice-diverged = The numbers grew beyond what a computer can hold: { $quantity } in layer { $layer } overflowed in iteration { $iteration }. Press Previous step, or try a smaller learning rate.
notice-diverged-loss = The numbers grew beyond what a computer can hold: { $quantity } overflowed in iteration { $iteration }. Press Previous step, or try a smaller learning rate.
