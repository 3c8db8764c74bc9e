"""The upload wizard and the list of versions: Flask routes and templates, without any script.

- `wizard`: what its six steps share. `start`, `sheet`, `columns`, `checking`, `preview`, `publishing`: a step each.
- `cards`: what step 4 says of each finding, and which repairs it offers; `answers` does what was chosen.
- `versions`: the publications, and taking one back. `files`: what can be downloaded.
- `routes` adds them to the server; their permissions stand in `layouts/permissions.py`.

A page never changes anything; a form does, and leads on to a page, so that Back and Reload are harmless.
"""
