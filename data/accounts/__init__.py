"""Who may change something: accounts, their rights, how they sign in, and the log of what they did.

- `rights`: roles, actions and `authorise(actor, action, thing)`; the only place that decides who may do what.
- `database`: the transactions; `passwords`, `throttle`, `links`, `sessions`, `audit`: one table or rule each.
- `sign_in`: who is asking; `members`: the accounts; `provider`, `organisations`: sign in through an OpenID Connect
  provider, with rights for the municipality of one's body; `service`: all of it together.

**To ask for a right** in work that changes something, load the object together with its owner and say

    authorise(actor, Action.PUBLISH, Owned("44021", author=draft.author))

It returns nothing, or raises NotSignedIn, Forbidden, or NotFound for what belongs to somebody else: a stranger does not
even learn that it exists. Then write the change and `audit.append(...)` in one transaction.
**To add an action**, add it to `Action` and to `ALLOWED`; a route asks for it in `layouts/permissions.py`.

Reading pages never ask anything here.
"""
