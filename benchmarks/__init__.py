"""How fast the program answers, as ratios: `python -m benchmarks`.

Each question has a floor, the least work that gives the same result, measured in the same run. Milliseconds differ from
computer to computer; how many times more than the floor a question takes hardly does.
"""
