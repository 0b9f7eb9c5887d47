"""The data sets themselves: generators of points, truth tables, and measurements kept as files."""
