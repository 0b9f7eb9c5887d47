"""The Fluent catalogues in English and Chinese."""
