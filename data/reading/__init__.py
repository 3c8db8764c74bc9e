"""Files from people: any bytes become sheets of text, or one sentence in Dutch that says why not.

The way of a file (`book.read`): its type is told from its content, never from its name (`content`). Everything that
looks inside runs in a child process with little memory, little time and no environment (`process`, `child`), because a
workbook of one kilobyte can abort any reader. The child checks a zip before it is read (`archive`, `markup`,
`worksheet`), reads cells as text with a mark of what they were (`workbook`, `delimited`), and sends them in messages of
bounded size (`frames`). Nothing is written to disk. What a text means (a year, a number, an area) is decided later.
"""
