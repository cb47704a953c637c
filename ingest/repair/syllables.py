"""The grammar of the Vietnamese syllable: onset, rime, tone. No word list.

Source: the spelling rules of the national script (Quyết định số 240/QĐ ngày 05/3/1984 of the Ministry of
Education on Vietnamese spelling, and the school grammar of onsets and rimes).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["is_syllable"]

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHARP, _HEAVY = "\u0301", "\u0323"
_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()
_RIMES = frozenset(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
    " e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu"
    " i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu"
    " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong"
    " ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
    " u ua uân uâng uâp uât uây uc uê uêch uên uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych"
    " uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y".split()
)
# Written without an onset, or after "qu": "yêu", "yến", "quyết".
_Y_RIMES = frozenset("yêm yên yêng yêt yêu ych ynh yt yp yu".split())
_Y_ONSETS = frozenset("h k l m s t v d qu".split())
_STOPS = ("c", "ch", "p", "t")
_ONSET_RE = re.compile("^(" + "|".join(sorted(_ONSETS, key=len, reverse=True)) + ")")


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Tell whether ``word`` can be one Vietnamese syllable, by its spelling alone, in any case.

    >>> [is_syllable(word) for word in ("nghiệp", "Quyết", "GIẾNG", "yêu", "khoẻ")]
    [True, True, True, True, True]
    >>> [is_syllable(word) for word in ("plan", "ngiệp", "kế́", "thoòc", "côâng")]
    [False, False, False, False, False]
    """
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in letters if letter in _TONES]
    if not letters or len(tones) > 1:
        return False
    tone = tones[0] if tones else ""
    bare = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    return any(_fits(onset, rime, tone) for onset, rime in _splits(bare))


def _splits(bare: str) -> list[tuple[str, str]]:
    match = _ONSET_RE.match(bare)
    if match is None:
        return [("", bare)]
    onset = match[1]
    pairs = [(onset, bare[len(onset) :])]
    # "gì", "giếng": the i belongs to the onset and to the rime.
    if onset == "gi":
        pairs.append(("gi", bare[1:]))
    return pairs


def _fits(onset: str, rime: str, tone: str) -> bool:
    if rime == "y":
        known = onset == "" or onset in _Y_ONSETS
    elif rime.startswith("y"):
        known = rime in _Y_RIMES and onset in {"", "qu"}
    else:
        known = rime in _RIMES
    if not known:
        return False
    if rime.endswith(_STOPS) and tone not in {_SHARP, _HEAVY}:
        return False
    return _onset_suits(onset, rime[0])


def _onset_suits(onset: str, vowel: str) -> bool:
    """Before i, e, ê, y one writes k, gh, ngh; before the others c, g, ng."""
    front = vowel in "ieêy"
    if onset in {"c", "g", "ng"}:
        return not front
    if onset in {"gh", "ngh"} or onset == "k":
        return front
    return True
