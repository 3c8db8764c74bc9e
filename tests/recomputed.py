"""Does the arithmetic of a target again from the lines that a reader sees, and finds the status without the program."""

import ast
import operator
import re
from collections.abc import Callable, Sequence

NUMBER = r"−?\d+(?:,\d+)?"
TO_PYTHON = str.maketrans({"−": "-", "×": "*", "÷": "/", ",": "."})
DO: dict[type, Callable[..., float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
}
MEETS: dict[str, Callable[[float, float], bool]] = {
    "minstens": lambda value, goal: value >= goal - 1e-9,
    "hoogstens": lambda value, goal: value <= goal + 1e-9,
    "meer dan": lambda value, goal: value > goal + 1e-9,
    "minder dan": lambda value, goal: value < goal - 1e-9,
}
MIRRORED = {"minstens": "hoogstens", "meer dan": "minder dan", "hoogstens": "minstens", "minder dan": "meer dan"}
NEARLY_ALL = 0.95


def number(text: str) -> float:
    return float(text.translate(TO_PYTHON))


def value_of(sum_: str) -> float:
    """Do a sum that is written as "(4,25 − 8,6) ÷ (2020 − 2008)"."""
    text = re.sub(r"√(\([^()]*\))", r"\1 ^ 0.5", sum_).translate(TO_PYTHON).replace("^", "**")
    return _value(ast.parse(text, mode="eval").body)


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.Constant):
        return float(node.value)  # type: ignore[arg-type]
    if isinstance(node, ast.UnaryOp):
        return DO[type(node.op)](_value(node.operand))
    assert isinstance(node, ast.BinOp)
    return DO[type(node.op)](_value(node.left), _value(node.right))


class Lines:
    """The lines of one target, found by the words before their colon."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = list(lines)

    def after(self, label: str) -> str:
        return next((line.partition(": ")[2] for line in self.lines if line.startswith(label)), "")

    def result(self, label: str) -> float | None:
        """The number behind the last equals sign of a line, or the only number of one without a sum."""
        found = re.findall(NUMBER, self.after(label).rpartition("= ")[2])
        return number(found[0]) if found else None

    def measured(self, label: str) -> tuple[float, float] | None:
        """Value and year of "8,6% in 2008"."""
        found = re.search(rf"({NUMBER})[^\d]* in (\d{{4}})", self.after(label))
        return (number(found[1]), float(found[2])) if found else None

    @property
    def told(self) -> str:
        """The status on the last line."""
        return self.lines[-1].rpartition("Dus: ")[2].removesuffix(".")

    def sums(self) -> list[tuple[str, float]]:
        """Every sum with the result that stands behind it."""
        pattern = re.compile(rf"([(√\d−][^:=]*?[^=:]) = (?:plaats )?({NUMBER})")
        return [(found[1], number(found[2])) for line in self.lines for found in pattern.finditer(line)]


def status(lines: Sequence[str]) -> str:
    """Find the status from base, goal, measurement, ratio and margin: the rules that the site publishes."""
    shown = Lines(lines)
    goal = shown.after("Doel")
    base, latest = shown.measured("Begin"), shown.measured("Meting")
    assert latest
    deadline = re.search(r"(?:in|tot|tegen) (\d{4})", goal)
    is_final = bool(deadline) and latest[1] >= float(deadline[1])  # type: ignore[index]
    change = latest[0] - base[0] if base else 0.0
    if goal.startswith(("een stijging", "een daling")):
        return _direction(change if "stijging" in goal else -change, shown.result("Marge") or 0.0, is_final)
    if _reached(shown, goal, latest[0], is_final):
        return "Bereikt"
    if is_final:
        return "Niet bereikt"
    return _pace(change, shown, goal)


def _reached(shown: Lines, goal: str, value: float, is_final: bool) -> bool:
    word = next(one for one in MEETS if goal.startswith(one))
    wanted = number(re.findall(NUMBER, goal)[0])
    if "per jaar" in goal:
        word = MIRRORED[word] if "eraf" in goal else word
        found = shown.result("Nodig in" if is_final else "Doelwaarde")
        if found is None:
            return False
        wanted = found
    return MEETS[word](value, wanted)


def _direction(change: float, margin: float, is_final: bool) -> str:
    is_clear = abs(change) > 1e-9 and abs(change) >= margin - 1e-9
    if is_final:
        return "Bereikt" if is_clear and change > 0 else "Niet bereikt"
    if not is_clear:
        return "Geen duidelijke verandering"
    return "Op koers" if change > 0 else "Verwijdert zich"


def _pace(change: float, shown: Lines, goal: str) -> str:
    down = "eraf" in goal or goal.startswith(("hoogstens", "minder dan"))
    moved = _direction(-change if down else change, shown.result("Marge") or 0.0, is_final=False)
    ratio = shown.result("Deel van het vereiste tempo")
    if moved != "Op koers":
        return moved
    return "Op koers" if ratio is not None and ratio >= NEARLY_ALL else "Te traag"
