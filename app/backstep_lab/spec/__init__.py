"""What a session is made of: the Spec, its validation, and what is built from it."""
