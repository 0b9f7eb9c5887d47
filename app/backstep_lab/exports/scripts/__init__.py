"""Programs that continue from a session: numpy, a notebook, PyTorch."""
