"""Whether evidence names the very attribute that a question asks of a thing: its price, a penalty, a reason.

Plans and decrees hardly ever hold such attributes, and evidence on the thing itself shares all other words: a value of
goods is no price, a prohibition no penalty. What never names the attribute, nor what stands for it, does not tell it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.spelling import match_key

__all__ = ["PRICE", "attribute_lacking"]

_MUCH = r"[^?]*\b(?:bao nhieu|may)\b(?! (?:phan tram|%|nguoi|don vi|ngay|thang|nam\b|lan\b|gio))"
PRICE = r"(?<!quoc )(?<!tham )(?<!chuyen )(?<!tri )(?<!danh )(?<!dinh )(?<!co )\b(?:don )?gia\b(?! (?:tri|dinh|tang|nhap|cong|han|suc|cam|thanh|dich|lang|dau|nua|khoan|dat|cac))"
"""A price, folded, and no part of another word ("đánh giá", "gia đình")."""
_FEE = r"(?<!kinh )(?<!chi )(?<!hoc )(?<!vien )(?<!an )(?<!cong tac )(?<!dang )\bphi\b(?! (?:chinh|bao|phap|hanh|vat|loi))"
_ATTRIBUTES: tuple[tuple[str, str], ...] = (
    # What a question says, folded; what evidence must say somewhere.
    (PRICE + _MUCH, PRICE + r"|(?:dong|usd|d)/\w|\bchi phi\b|muc (?:chi|thu)"),
    (_FEE + _MUCH, rf"{_FEE}|mien (?:thu|phi|tien)|khong thu"),
    (rf"\bhoc phi\b{_MUCH}", r"hoc phi"),
    (rf"\bvien phi\b{_MUCH}", r"vien phi"),
    (rf"\bvon dieu le\b{_MUCH}", r"von dieu le\b[^.;]{0,60}\d[\d.,]* ?(?:ty|trieu|nghin|dong)|\d (?:ty|trieu|nghin)? ?dong[^.;]{0,30}\bvon dieu le"),
    (rf"\bthu nhap\b{_MUCH}", r"thu nhap"),
    (rf"\bdoanh thu\b{_MUCH}", r"doanh thu"),
    (rf"\bloi nhuan\b{_MUCH}|\blai (?:bao nhieu|may)\b", r"loi nhuan|\blai\b"),
    (rf"\bnang suat\b{_MUCH}", r"nang suat|(?:tan|ta|kg)/ha"),
    (rf"\bcong suat\b{_MUCH}", r"cong suat|\d ?(?:mw|kw|mwp)"),
    (rf"\bda (?:chi|giai ngan)\b{_MUCH}", r"\bchi\b|giai ngan|kinh phi|da (?:cap|ho tro|tra)"),
    (r"\bmau (?:so )?(?:may|nao|bao nhieu)\b|theo mau nao", r"\bmau(?: so)?:? ?(?:\d|[ivx]+\b)|\bmau\b[^.;]{0,40}\d"),
    (rf"\blai suat\b{_MUCH}|interest rate", r"\blai\b"),
    (
        r"\b(?:bi|muc|tien|xu) phat\b[^?]*\b(?:bao nhieu|may|gi|nao|sao)\b|\bphat (?:bao nhieu|gi|may|the nao|ra sao)\b"
        r"|\b(?:fined?|penalty|penalties)\b",
        r"\bphat\b(?! (?:trien|dong|huy|hien|hanh|thanh|sinh|am|quang))|xu ly|ky luat|(?:thu|tich thu) hoi|boi thuong|tru diem|truy cuu",
    ),
    (r"\bky luat (?:gi|the nao|ra sao|nhu the nao|muc nao)", r"ky luat|xu ly"),
    (r"(?:muc|tien|duoc) thuong\b[^?]*\b(?:bao nhieu|may|gi)\b|\bthuong (?:tien|bao nhieu)\b", r"\bthuong\b(?! (?:xuyen|truc|mai|tru|nien|vu|thuc|binh))"),
    (r"\bdien tich\b[^?]*\bbao nhieu\b|\brong bao nhieu\b", r"\bdien tich\b|\d ?(?:ha|m2|m²|km2|km²)\b|hec ?ta"),
    (r"\bdan so\b[^?]*\bbao nhieu\b|bao nhieu dan\b", r"dan so|\bdan\b|nguoi|khau"),
    (r"\b(?:vi sao|tai sao|ly do gi|nguyen nhan (?:gi|nao)|vi ly do)\b|^why\b|\bwhy (?:is|are|was|were|did|does|do|must)\b",
     r"\b(?:do|vi|boi|nham|de|nguyen nhan|ly do|xuat phat|truoc tinh hinh|can cu|so as|because)\b"),
    (r"\b(?:website|trang web|link|duong link|facebook|zalo)\b[^?]*\b(?:nao|gi|la|bao nhieu)\b", r"https?:|www\.|\.vn\b|\.gov|facebook|zalo"),
)  # fmt: skip
_NOT_MEANT_RE = re.compile(r"(?<!\w)(?:phát|lại|lái|thường|thương)(?!\w)")
"""Words that without their marks would be one of the attributes ("phát mấy cái" asks for no "phạt")."""


def attribute_lacking(need: Need, told: str) -> bool:
    """Whether a question asks for an attribute that an answer (``told``: all that it says and quotes) never names."""
    if need.yesno:
        return False
    wanted = _asked(need.asked)
    return bool(wanted) and not all(re.search(pattern, fold(told)) for pattern in wanted)


@lru_cache(maxsize=256)
def _asked(question: str) -> tuple[str, ...]:
    """The patterns that evidence must hold.

    >>> [bool(re.search(one, "tong gia tri 10 trieu usd")) for one in _asked("giá một kg xoài là bao nhiêu")]
    [False]
    >>> _asked("kế hoạch có mấy mục tiêu")
    ()
    """
    folded = cue_text(_NOT_MEANT_RE.sub(" ", match_key(question)))
    return tuple(told for asks, told in _ATTRIBUTES if re.search(asks, folded))
