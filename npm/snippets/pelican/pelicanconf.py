# Belongs in pelicanconf.py.
STATIC_PATHS = ["sandbox-explorer"]
