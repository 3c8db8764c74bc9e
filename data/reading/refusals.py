"""Why a file is refused: a stable code, a sentence that says what was found and where, and what to do.

Codes B1 to B5 are those of the design of the upload page; the others are ours. All sentences stand in this file.
"""

from __future__ import annotations

from data.errors import DataError

ACCEPTED = "We lezen xlsx, csv, txt, tsv en gezipte csv. Bewaar je bestand in Excel als .xlsx."
AS_XLSX = "Open het in Excel of LibreOffice, kies Opslaan als, bewaar het als .xlsx (Excel-werkmap) en probeer opnieuw."
ONLY_FIGURES = "Zet alleen de cijfers in een nieuwe werkmap, bewaar die als .xlsx en probeer opnieuw."
SMALLER = "Verwijder bladen, rijen of kolommen die je niet nodig hebt, of splits het bestand."
AGAIN = (
    "Open het in Excel, bewaar het opnieuw als .xlsx en probeer opnieuw. Is het onderweg beschadigd? Vraag het opnieuw."
)

NEARER = "Ga in Excel met Ctrl+End naar de laatste cel, verwijder de overbodige rijen en kolommen, en bewaar opnieuw."
RETRY = "Bewaar het opnieuw als .xlsx en probeer opnieuw, of splits het bestand."

SENTENCES: dict[str, tuple[str, str]] = {
    "B1": ("Dit bestandstype kunnen we niet lezen. “{name}” is {found}.", ACCEPTED),
    "B2": ("“{name}” is te groot ({found}). Het maximum is {most}.", SMALLER),
    "B3": ("“{name}” is leeg. We vonden geen rijen met gegevens.", "Kies een ander bestand."),
    "B4": ("“{name}” heeft een wachtwoord.", "Verwijder het wachtwoord in Excel en probeer opnieuw."),
    "B5": (
        "De tekens van “{name}” komen niet goed door: {found}.",
        "Kies de juiste codering, of bewaar het bestand in Excel als “CSV UTF-8”.",
    ),
    "B6": ("“{name}” is {found}. Die vorm lezen we niet.", AS_XLSX),
    "B7": ("“{name}” bevat {found}. Zulke bestanden openen we niet.", ONLY_FIGURES),
    "B8": ("“{name}” wordt bij het uitpakken te groot: meer dan {most}.", SMALLER),
    "B9": ("“{name}” kunnen we niet betrouwbaar lezen: {found}.", AGAIN),
    "B10": ("“{name}” bevat {found}. Dat hoort niet in een werkmap met cijfers.", ONLY_FIGURES),
    "B11": ("In “{name}” staat een cel te ver: {found}. Het maximum is {most}.", NEARER),
    "B12": ("“{name}” heeft te veel {found}. Het maximum is {most}.", SMALLER),
    "B13": ("In “{name}” staat een cel met meer dan {most} tekens.", "Kort die cel in, of maak ze leeg."),
    "B14": ("“{name}” lezen duurt te lang (meer dan {most} seconden).", SMALLER),
    "B15": ("“{name}” lezen lukt niet: het vraagt te veel geheugen of het is beschadigd.", RETRY),
    "B16": (
        "“{name}” is geen tekst: er staan tekens in die in een tekstbestand niet voorkomen.",
        "Bewaar het opnieuw als .xlsx, of als “CSV UTF-8”.",
    ),
    "B17": ("We vonden geen bladen in “{name}”.", AS_XLSX),
    "B18": ("In “{name}” gaat een aanhalingsteken open dat nergens sluit.", "Zet er een tweede bij, of verwijder het."),
    "B19": ("“{name}” is een zip met {found}.", "Pak hem uit en kies het bestand met de cijfers."),
}


class Refused(DataError):
    """A file that is not read; nothing of it was kept."""

    def __init__(self, code: str, message: str, advice: str, *, sheet: str = "", row: int = 0, column: int = 0) -> None:
        """Keep the parts of the sentence, so that a page and a program can use each of them.

        Args:
            code: a key of SENTENCES; it never changes its meaning.
            message: what was found, with the name of the file.
            advice: what to do.
            sheet: name of the sheet, where known.
            row: position from 1, where known, else 0.
            column: position from 1, where known, else 0.
        """
        super().__init__(f"{message} {advice}")
        self.code, self.message, self.advice = code, message, advice
        self.sheet, self.row, self.column = sheet, row, column


def refusal(
    code: str, name: str, *, found: str = "", most: str = "", sheet: str = "", row: int = 0, column: int = 0
) -> Refused:
    """Make the refusal of a file: its sentence from the table, then the place where it went wrong."""
    message, advice = SENTENCES[code]
    message = message.format(name=name, found=found, most=most)
    place = _place(sheet, row)
    return Refused(code, f"{message} ({place})" if place else message, advice, sheet=sheet, row=row, column=column)


def _place(sheet: str, row: int) -> str:
    parts = [f"blad “{sheet}”" if sheet else "", f"rij {row}" if row else ""]
    return ", ".join(part for part in parts if part)


def number(value: int) -> str:
    """Write a count as people do here: 200.000."""
    return f"{value:,}".replace(",", ".")


def megabytes(size: int) -> str:
    """Write a size in MB, with one decimal where it is small."""
    return f"{size / 1024**2:.{0 if size >= 10 * 1024**2 else 1}f} MB".replace(".", ",")
