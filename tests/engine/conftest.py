from hypothesis import settings

# A machine that is busy with other tests is no reason to fail: what is timed here says so itself.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
