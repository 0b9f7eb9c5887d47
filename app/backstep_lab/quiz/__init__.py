"""Predictions of the next number: answers parsed and judged, misconceptions recognised."""
