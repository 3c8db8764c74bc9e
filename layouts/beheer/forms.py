"""What a form says, and what is wrong with it: pairs of field and sentence, in the order of the form."""

from __future__ import annotations

import re
from collections.abc import Mapping

from data.accounts.passwords import fault_of
from data.accounts.rights import EVERYWHERE, Grant, Role
from data.accounts.sign_in import normalised
from data.area_names import MUNICIPALITY, AreaNames
from indicators import words
from layouts.frame import NAME

Faults = dict[str, str]

LONGEST = 200
EMAIL = re.compile(r"[^\s@\x00-\x1f]+@[^\s@\x00-\x1f]+\.[^\s@\x00-\x1f]+")


def text(form: Mapping[str, str], name: str) -> str:
    """Give what was typed, without blanks around it."""
    return form.get(name, "").strip()


def is_email(typed: str) -> bool:
    """Tell whether an account can have this address."""
    return bool(EMAIL.fullmatch(normalised(typed))) and len(typed) <= LONGEST


def person_faults(form: Mapping[str, str]) -> Faults:
    """Tell what is wrong with the address and the name of a person."""
    faults: Faults = {}
    email, name = text(form, "email"), text(form, "name")
    if not is_email(email):
        faults["email"] = "Vul een e-mailadres in, zoals naam@gemeente.be."
    if not name or len(name) > LONGEST or not name.isprintable():
        faults["name"] = f"Vul een naam in van hoogstens {LONGEST} tekens."
    return faults


def password_faults(form: Mapping[str, str], *known: str) -> Faults:
    """Tell what is wrong with a new password, typed twice; `known` is what anyone knows of its owner."""
    password = form.get("password", "")
    if fault := fault_of(password, NAME, *known):
        return {"password": fault}
    if password != form.get("again", ""):
        return {"again": "De twee wachtwoorden zijn niet gelijk. Typ twee keer hetzelfde."}
    return {}


def grants_of(form: Mapping[str, str], names: AreaNames) -> tuple[set[Grant], Faults]:
    """Read role and municipalities: codes or names with commas between, or all of them."""
    role, faults = text(form, "role"), Faults()
    if role not in set(Role):
        faults["role"] = "Kies een rol."
    areas, fault = ({EVERYWHERE}, "") if form.get("everywhere") else _areas_of(text(form, "areas"), names)
    if fault:
        faults["areas"] = fault
    return (set(), faults) if faults else ({Grant(Role(role), area) for area in areas}, faults)


def _areas_of(typed: str, names: AreaNames) -> tuple[set[str], str]:
    """Give the codes of the municipalities that were typed, and what is wrong; codes may have blanks between."""
    parts = re.split(r"[,;\n]", re.sub(r"\b([0-9]+)\b", r",\1,", typed, flags=re.ASCII))
    found = set()
    for part in filter(None, map(str.strip, parts)):
        code, fault = area_of(part, names)
        if fault:
            return set(), fault
        found.add(code)
    return found, "" if found else "Vul minstens één gemeente in, of kies alle gemeenten."


def area_of(typed: str, names: AreaNames) -> tuple[str, str]:
    """Give the NIS code of a municipality of now or before, typed as code or name; or what is wrong."""
    match = names.find(typed, MUNICIPALITY)
    if match.code:
        return match.code, ""
    near = [f"{names.listed[code].label} ({code})" for code in match.suggestions]
    hint = f"Bedoel je {words.listed(near, last='of')}?" if near else "Typ een naam of een NIS-code, zoals Gent."
    return "", f"“{typed[:40]}” is geen gemeente die we kennen. {hint}"


def organisation_faults(code: str, fault: str) -> Faults:
    """Tell what is wrong with the code of a body, beside what is wrong with its municipality."""
    faults: Faults = {}
    if not code or len(code) > LONGEST or not code.isprintable():
        faults["orgcode"] = "Vul de code van de organisatie in."
    return faults | ({"area": fault} if fault else {})
