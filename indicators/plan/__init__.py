"""The action plan behind the figures: by policy domain, by goal, and each action with all its owners.

`pages` and `whole` answer the questions and `facts` holds the answers; `lists` and `measures` make the lists that pages
share; `oddities` tells where the plan contradicts itself; `quotes` sets its words between quotation marks, as theirs.
"""
