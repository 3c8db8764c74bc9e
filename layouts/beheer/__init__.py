"""The pages below `/beheer`: for who may change something. Plain Flask routes and templates, without any script.

- `gate`: what every request passes before its view; the permissions stand in `layouts/permissions.py`.
- `cookies`: the cookie of a session. `forms`: what a form says, and what is wrong with it.
- `signing_in`, `accounts`, `log`: one kind of page each; `routes` adds them to the server.

A new page below `/beheer`: a view, a template that extends `beheer/base.html`, and a line in `layouts/permissions.py`.
The view finds who is signed in as `g.actor`; a form has `{{ csrf() }}` in it. An error of `data/accounts/rights.py`
that leaves the view becomes a page that tells it.
"""
