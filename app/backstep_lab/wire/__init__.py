"""The wire: what is accepted and what is answered. Nothing else knows JSON."""
