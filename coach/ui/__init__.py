"""The web app: `shell` is the frame, `session` the typed view of what a browser tab remembers, and then one module a page."""
