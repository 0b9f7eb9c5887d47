"""Everything that is asked of a session, by name, so that it can be done here or in a compute process."""
