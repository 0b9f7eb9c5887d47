extensions = ["myst_parser", "backstep_embed.sphinx"]
backstep_server = "{server}"
project = "Course"
html_theme = "furo"
