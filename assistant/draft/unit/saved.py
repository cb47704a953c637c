"""The profiles an office keeps: YAML files in the folder "profiles" of the library, one a unit.

Saved under the unit's name, so that saving again replaces; written whole or not at all.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from assistant.draft.unit.profile import UnitProfile
from assistant.draft.unit.profile_file import BadProfile, profile_to_yaml, read_profile
from ingest.spelling import undiacritise

__all__ = ["read_saved", "remove_profile", "save_profile", "slug_of"]


def slug_of(name: str) -> str:
    """Name a unit's file.

    >>> slug_of("Sở Nông nghiệp & Môi trường")
    'so-nong-nghiep-moi-truong'
    """
    return re.sub(r"[^a-z0-9]+", "-", undiacritise(name).lower()).strip("-")[:80] or "don-vi"


def _folder(data: Path) -> Path:
    return data / "profiles"


def read_saved(data: Path) -> dict[str, UnitProfile]:
    """The kept profiles by slug; a file that is no profile any more is left out, not lost."""
    found: dict[str, UnitProfile] = {}
    for path in sorted(_folder(data).glob("*.yaml")):
        try:
            found[path.stem] = read_profile(path)
        except BadProfile:
            continue
    return found


def save_profile(data: Path, profile: UnitProfile) -> str:
    """Keep a profile and return its slug. Raises BadProfile where the folder cannot be written."""
    slug = slug_of(profile.name)
    folder = _folder(data)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(profile_to_yaml(profile))
        Path(name).replace(folder / f"{slug}.yaml")
    except OSError as exc:
        raise BadProfile(
            f"Không lưu được hồ sơ vào {folder.name}: hãy kiểm tra quyền ghi và dung lượng đĩa."
        ) from exc
    return slug


def remove_profile(data: Path, slug: str) -> None:
    """Forget a kept profile; one that is not there is forgotten already."""
    if re.fullmatch(r"[a-z0-9-]+", slug):
        (_folder(data) / f"{slug}.yaml").unlink(missing_ok=True)
