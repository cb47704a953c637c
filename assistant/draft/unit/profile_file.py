"""A unit's profile as YAML: read with every fault told at once, and written so that it can be read again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from assistant.draft.unit.profile import READ_FROM_PARENT, Division, UnitProfile, fitting_kind, kinds
from ingest.errors import KehoachError

__all__ = ["BadProfile", "Fault", "example_profiles", "profile_from_yaml", "profile_to_yaml", "read_profile"]

_EXAMPLES = Path(__file__).resolve().parents[2] / "data" / "units"
_CODE_RE = re.compile(r"[A-ZĂÂĐÊÔƠƯ][\wĂÂĐÊÔƠƯ&-]{0,29}")
_YEARS = range(1990, 2101)
_LISTS = {"aliases", "field", "recipients", "roles"}
_NUMBERS = {"year", "report_lead_days"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field; ``what`` is Vietnamese and does not name the field."""

    field: str
    what: str


class BadProfile(KehoachError):
    """The unit's profile cannot be used; the message lists every fault and how to mend it.

    ``faults`` name the fields by their YAML keys, so that a form can tell them by its own labels; empty where the
    file as a whole is no profile.
    """

    def __init__(self, message: str, faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(message)
        self.faults = faults


def _strings(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(part.strip(" -;") for part in re.split(r"\n|;", value) if part.strip(" -;"))
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return tuple(item.strip() for item in value if item.strip())
    raise TypeError


def _divisions(value: object) -> tuple[Division, ...]:
    if value is None:
        return ()
    if isinstance(value, Mapping):
        return tuple(Division(str(name).strip(), _strings(duties)) for name, duties in value.items())
    if not isinstance(value, list):
        raise TypeError
    found = []
    for item in value:
        if isinstance(item, str):
            found.append(Division(item.strip()))
        elif isinstance(item, Mapping) and isinstance(item.get("name"), str):
            found.append(Division(item["name"].strip(), _strings(item.get("duties"))))
        else:
            raise TypeError
    return tuple(found)


def _value(name: str, value: object) -> object:
    """One field of the right type; TypeError or ValueError where it cannot be."""
    if name == "divisions":
        return _divisions(value)
    if name in _LISTS:
        return _strings(value)
    if value is None or value == "":
        return None
    if name in _NUMBERS:
        return int(str(value))
    if isinstance(value, Mapping | list):
        raise TypeError
    return unicodedata.normalize("NFC", str(value)).strip() or None


def _faults(values: Mapping[str, Any]) -> list[Fault]:
    faults = []
    if not values.get("name"):
        faults.append(Fault("name", "còn thiếu (ví dụ: Sở Nông nghiệp và Môi trường)"))
    if values.get("kind") not in kinds():
        known = ", ".join(f"{name} ({kind.label})" for name, kind in kinds().items())
        faults.append(Fault("kind", f"phải là một trong: {known}"))
    year = values.get("year")
    if year is not None and year not in _YEARS:
        faults.append(Fault("year", f"là {year}: cần một năm từ {_YEARS.start} đến {_YEARS.stop - 1}"))
    code = values.get("code")
    if code is not None and not _CODE_RE.fullmatch(code):
        faults.append(Fault("code", f"là “{code}”: cần chữ in hoa như SNNMT, UBND, ĐU"))
    for name in ("date", "parent_date"):
        if values.get(name) is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", values[name]):
            faults.append(Fault(name, "phải có dạng NĂM-THÁNG-NGÀY, ví dụ 2026-01-27"))
    lead = values.get("report_lead_days")
    if lead is not None and lead < 0:
        faults.append(Fault("report_lead_days", f"là {lead}: cần một số ngày từ 0 trở lên"))
    names = [division.name for division in values.get("divisions") or ()]
    gatherer = values.get("gatherer")
    if gatherer and names and gatherer not in names:
        faults.append(Fault("gatherer", f"là “{gatherer}”: không có trong các bộ phận đã khai"))
    if len(set(names)) < len(names):
        faults.append(Fault("divisions", "có hai bộ phận trùng tên"))
    return faults


def profile_from_yaml(text: str, where: str = "hồ sơ đơn vị") -> UnitProfile:
    r"""Read a profile; raises BadProfile with every fault found.

    >>> profile_from_yaml("name: Sở Nội vụ\nkind: department\nyear: 2026").year
    2026
    >>> profile_from_yaml("name: Sở Nội vụ\nkind: department\nyear: 26")
    Traceback (most recent call last):
    assistant.draft.unit.profile_file.BadProfile: hồ sơ đơn vị: "year" là 26: cần một năm từ 1990 đến 2100.
    """
    try:
        raw = yaml.safe_load(unicodedata.normalize("NFC", text))
    except yaml.YAMLError as exc:
        mark = getattr(exc, "problem_mark", None)
        line = f", dòng {mark.line + 1}" if mark else ""
        raise BadProfile(
            f"{where}{line}: không phải YAML đúng cú pháp; hãy xem lại dấu hai chấm, thụt dòng."
        ) from exc
    if not isinstance(raw, Mapping):
        raise BadProfile(f'{where}: cần các dòng "tên: giá trị", ít nhất "name" và "kind".')
    known = {item.name for item in fields(UnitProfile)} - READ_FROM_PARENT
    faults = [Fault(str(name), "không có trong hồ sơ") for name in raw if name not in known]
    values: dict[str, Any] = {}
    for item in fields(UnitProfile):
        if item.name not in known & set(raw):
            continue
        try:
            values[item.name] = _value(item.name, raw[item.name])
        except (TypeError, ValueError):
            faults.append(Fault(item.name, "có giá trị không đúng kiểu"))
    told = {fault.field for fault in faults}
    faults += [fault for fault in _faults(values) if fault.field not in told]
    if faults:
        listed = "; ".join(f'"{fault.field}" {fault.what}' for fault in faults)
        raise BadProfile(f"{where}: {listed}.", tuple(faults))
    values["kind"] = fitting_kind(values["name"], values["kind"], values.get("divisions") or ())
    return UnitProfile(**{name: value for name, value in values.items() if value is not None})


def read_profile(path: Path) -> UnitProfile:
    """Read a profile from a file; raises BadProfile where it cannot be read or is none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as exc:
        raise BadProfile(f"{path.name}: không đọc được hồ sơ đơn vị; cần một tệp YAML mã UTF-8.") from exc
    return profile_from_yaml(text, path.name)


def profile_to_yaml(profile: UnitProfile) -> str:
    """Write a profile so that it can be read again; unknown fields are left out."""
    values: dict[str, Any] = {}
    for item in fields(profile):
        value = getattr(profile, item.name)
        if item.name == "divisions":
            value = [{"name": d.name, "duties": list(d.duties)} for d in value]
        elif isinstance(value, tuple):
            value = list(value)
        if value not in (None, [], "") and item.name not in READ_FROM_PARENT:
            values[item.name] = value
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=100)


def example_profiles() -> tuple[Path, ...]:
    """The profiles shipped with the project (invented units of tỉnh Sơn Hà)."""
    return tuple(sorted(_EXAMPLES.glob("*.yaml")))
