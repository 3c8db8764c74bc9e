"""What a form says, and what is wrong with it: pairs of field and sentence, in the order of the form."""

from __future__ import annotations

import re
from collections.abc import Mapping

from data.accounts.passwords import fault_of
from data.accounts.rights import EVERYWHERE, Grant, Role
from data.accounts.sign_in import normalised
from layouts.frame import NAME

Faults = dict[str, str]

LONGEST = 200
EMAIL = re.compile(r"[^\s@\x00-\x1f]+@[^\s@\x00-\x1f]+\.[^\s@\x00-\x1f]+")
NIS = re.compile(r"[1-9][0-9]{4}", re.ASCII)


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


def grants_of(form: Mapping[str, str]) -> tuple[set[Grant], Faults]:
    """Read role and municipalities: NIS codes with blanks or commas between, or all of them."""
    role, faults = text(form, "role"), Faults()
    if role not in set(Role):
        faults["role"] = "Kies een rol."
    areas = {EVERYWHERE} if form.get("everywhere") else set(re.split(r"[\s,;]+", text(form, "areas"))) - {""}
    wrong = sorted(one for one in areas if one != EVERYWHERE and not NIS.fullmatch(one))
    if wrong:
        faults["areas"] = f"“{wrong[0][:20]}” is geen NIS-code. Een NIS-code heeft 5 cijfers, zoals 44021 voor Gent."
    elif not areas:
        faults["areas"] = "Vul minstens één NIS-code in, of kies alle gemeenten."
    return (set(), faults) if faults else ({Grant(Role(role), area) for area in areas}, faults)


def organisation_faults(code: str, area: str) -> Faults:
    """Tell what is wrong with the code of a body and the NIS code of its municipality, which may be empty."""
    faults: Faults = {}
    if not code or len(code) > LONGEST or not code.isprintable():
        faults["orgcode"] = "Vul de code van de organisatie in."
    if area and not NIS.fullmatch(area):
        faults["area"] = "Een NIS-code heeft 5 cijfers, zoals 44021 voor Gent."
    return faults
