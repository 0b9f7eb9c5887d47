"""What a network computes over one or two of its inputs."""
