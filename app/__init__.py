"""Backstep: step through back-propagation one number at a time."""
