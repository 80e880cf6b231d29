# Belongs in conf.py; the files of dist/embed belong in _static/sandbox-explorer/.
html_static_path = ["_static"]
html_js_files = [("sandbox-explorer/sandbox-explorer.js", {"type": "module"})]
