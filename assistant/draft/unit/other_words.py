"""The unit's own name in other words: the organisation for its committee, words by their initials, without "Trường".

In: a name of the parent, and a name of the unit. Out: whether they are one; the place must be told alike.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.spelling import match_key

__all__ = ["one_name"]

# Who acts for an organisation is the organisation: its committee, its standing members; a Party body its membership.
_COMMITTEE_RE = re.compile(
    r"^(?:(?:ban (?:chấp hành|thường vụ|thường trực)|thường trực|bch|btv|ủy ban|trường) )+"
)
_PARTY_RE = re.compile(r"^đảng (?:ủy|bộ) ")
_OF_ALL_RE = re.compile(r" (?:việt nam|hồ chí minh|tncs|thanh niên cộng sản)(?!\w)")
"""What a mass organisation has in its full name at every level."""
_SHORT_RE = re.compile(r"[A-ZĐƯÂÔƠÊ&]{2,}")


@cache
def one_name(name: str, own: str) -> bool:
    """Whether two names mean one body.

    >>> one_name("Hội Nông dân phường Tân Lạch", "Ban Chấp hành Hội Nông dân phường Tân Lạch")
    True
    >>> one_name("Đảng bộ xã Suối Bạc", "Đảng ủy xã Suối Bạc"), one_name("THCS Suối Bạc", "Trường Trung học cơ sở Suối Bạc")
    (True, True)
    >>> one_name("BVĐK khu vực Suối Bạc", "Bệnh viện Đa khoa khu vực Suối Bạc"), one_name("MTTQ xã Na", "Ủy ban MTTQ Việt Nam xã Na")
    (True, True)
    >>> one_name("Hội Nông dân phường Tân", "Hội Nông dân xã Tân"), one_name("Trường THPT Na", "Trường Trung học cơ sở Na")
    (False, False)
    """
    one, other = _core(name), _core(own)
    spelled = re.fullmatch(_pattern(name), other) or re.fullmatch(_pattern(own), one)
    return one == other or spelled is not None


def _core(name: str) -> str:
    key = _COMMITTEE_RE.sub("", " ".join(match_key(name).strip(" .:;").split()))
    return _OF_ALL_RE.sub("", _PARTY_RE.sub("đảng ", key))


def _pattern(name: str) -> str:
    """The core of a name, each short form as words with those first letters."""
    short = {match_key(form): form for form in _SHORT_RE.findall(name)}
    words = (
        " ".join(rf"(?:và )?{letter}\w*" for letter in match_key(short[word].replace("&", "")))
        if word in short and word != "ubnd"
        else re.escape(word)
        for word in _core(name).split()
    )
    return " ".join(words)
