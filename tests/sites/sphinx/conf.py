# The smallest site with documents, in the theme that comes with Sphinx.
project = "A blog"
html_theme = "alabaster"
exclude_patterns = ["_build", "venv"]
# <!-- snippet -->
