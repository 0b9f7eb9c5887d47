"""HTTP: parse, call one method, answer. No arithmetic here."""
