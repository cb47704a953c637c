"""What a question asks for, by its cue words: who, when, how many, the signer, the legal basis ...

Cues run on folded text (lower case, no marks); Vietnamese and English stand side by side. They come from how
officers ask and from the parts that the official format gives a document (Decree 30/2020/NĐ-CP). They only
weigh passages (``vectorstore.rerank``): a wrong cue costs a place in the list, never an answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ingest.spelling import match_key, undiacritise

__all__ = ["folded", "sought"]

_BODY = r"(?:co quan|don vi|so|ban|phong|to chuc|bo|cap|dau moi|doan the|nganh|noi|hoi|chi cuc|cong ty)"
_DOC = (
    r"(?:van ban|ke hoach|kh|quyet dinh|qd|nghi quyet|chi thi|ct|quy dinh|quy che|"
    r"plan|decision|directive|resolution|document)"
)
_SOUGHT: Mapping[str, str] = {
    "signer": r"\b(?:ai|nguoi nao|sep nao|lanh dao nao)(?: la nguoi| da| duoc| dung ra)? (?:ky|sign)\b|\bky ten\b|"
    r"nguoi ky\b|\bsign(?:ed|er|s|atory)?\b|(?:chuc vu|chuc danh)[^?]*\bky\b|\bky (?:la|boi) ai\b",
    "recipients": rf"noi nhan|\brecipients?\b|\b(?:gets?|receives?)\b|\bcopied\b|\bsent to\b|\bnhan (?:ban )?{_DOC}\b|"
    rf"{_DOC}\b[^?]*\b(?:gui|bao cao) (?:cho |den |toi |ve )?(?:nhung )?(?:ai|dau|{_BODY})\b",
    "basis": r"\bcan cu\b|co so phap ly|legal bas|based on|\bthuc hien theo\b|\bimplements?\b|cu the hoa|"
    rf"{_DOC} (?:nao|gi|so may|cap tren)\b|(?:which|what) {_DOC}",
    "number": rf"\bso (?:hieu|may|bao nhieu|ky hieu)\b|\bky hieu\b|{_DOC}(?:'s)? number|number of the",
    "issued": r"\b(?:ban hanh|ky|ra)\b[^?]{0,20}(?:ngay|khi|thang|nam) (?:nao|may)|\bngay (?:ban hanh|ky)\b|"
    r"\bissued\b|\bdated\b|\badopted\b|thong qua (?:ngay|khi|vao)",
    "issuer": r"(?:ai|co quan nao|don vi nao|cap nao) (?:da )?ban hanh|who issued|issued by|"
    r"\bcua (?:ai|co quan nao|cap nao)\b",
    "funding": r"kinh phi|ngan sach|nguon (?:von|tien|luc|chi)|\btien\b[^?]*\b(?:dau|nao|nguon|lay)\b|"
    r"\bfund(?:s|ed|ing)?\b|\bbudgets?\b|\bmoney\b|\bpa(?:y|ys|id)\b",
    "when": r"khi nao|bao gio|\bhan (?:chot|nop|gui|bao cao|cuoi|hoan thanh|la|cua|de|cho)|\bdeadlines?\b|\bwhen\b|"
    r"\bdue\b|(?:ngay|thang|luc|nam|quy) (?:nao|may|bao nhieu)|(?:may|bao nhieu) (?:gio|ngay|thang|lan|tuan)\b|"
    r"bao lau|thoi (?:han|gian|diem)|cham nhat|truoc (?:ngay|khi)|dinh ky|tan suat|by what|how (?:long|soon|often)|"
    r"how many (?:working )?days|(?:which|what) (?:day|date|month|quarter|time)|\bxong\b",
    "who": rf"\bai\b|{_BODY}(?: [a-z]+)? nao\b|\bwho(?:m)?\b|\bdau moi\b|\bla (?:don vi|co quan|so) nao\b|"
    r"(?:which|what) (?:[a-z]+ ){0,2}?(?:agenc|department|unit|office|bod(?:y|ies)|organi|minist|division)",
    "lead": r"\bchu tri\b|\bleads?\b|phu trach|dau moi|in charge|responsib|\blo\b|\bgiao\b|chiu trach nhiem|"
    r"\bowns?\b|\bruns?\b",
    "help": r"phoi hop|coordinat|\bcung (?:voi|lam)\b|\bsupports?\b|\bwith whom\b|\balongside\b",
    "advise": r"tham muu|\badvis",
    "many": r"bao nhieu|\bmay\b|how (?:many|much)|so luong|\bmuc (?:ho tro|chi|thu|phi)\b",
    "share": r"phan tram|\bt[iy] le\b|%|per ?cent|\brates?\b|\bshare\b",
    "target": r"chi tieu|muc tieu|phan dau|\btargets?\b|\bgoals?\b",
    "report": r"bao cao|\breport",
    "destination": rf"(?:bao cao|gui|nop|phan anh|trinh|bao)\b[^?]{{0,40}}\b(?:ai|dau|{_BODY} nao)\b|"
    r"to (?:whom|which)|\bwhere\b[^?]*\b(?:send|submit|report)|\bwho (?:collects|gathers)",
    "duties": r"(?:lam|thuc hien|trien khai|lo) (?:nhung )?(?:viec |nhiem vu |phan )?(?:gi|nao)\b|nhiem vu|trach nhiem|"
    r"duoc giao|what (?:must|does|do|should|is|are|has|have)\b[^?]*\b(?:do|responsible|in charge)\b|"
    r"\bdut(?:y|ies)\b|\btasks?\b",
    "list": r"liet ke|\blist\b|\bgom\b|nhung\b[^?]*\b(?:nao|gi)\b|what are|\bwhich\b",
    "effect": r"hieu luc|\b(?:in|into) (?:force|effect)\b|\bvalid\b|ap dung (?:tu|den)|thay the|bai bo|"
    r"\breplace|\brepeal|\babolish",
    "proposer": r"\b(?:ai|nao) (?:da )?(?:de nghi|de xuat|trinh)\b|theo de nghi cua|\bpropos(?:ed|es|al|er)\b",
    "purpose": r"muc dich|\byeu cau\b|\bpurposes?\b|\baims?\b|\bvi sao\b|\btai sao\b|\bwhy\b",
    "scope": r"pham vi|doi tuong|\bscope\b|\bappl(?:y|ies)\b",
    "trouble": r"vuong mac|kho khan|phat sinh|\bdifficult|\bproblems?\b",
    "praise": r"khen thuong|thi dua|\brewards?\b|\bemulation\b|\bawards?\b",
}
_SOUGHT_RE = {name: re.compile(pattern) for name, pattern in _SOUGHT.items()}


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Lower case without marks.

    >>> folded("Sở Nội vụ")
    'so noi vu'
    """
    return undiacritise(match_key(text))


@lru_cache(maxsize=256)
def sought(question: str) -> frozenset[str]:
    """The sorts of thing that the cues of a question ask for; empty where no cue says anything.

    >>> sorted(sought("Ai ký kế hoạch này?")), sorted(sought("When is the report due?"))
    (['signer', 'who'], ['report', 'when'])
    """
    plain = folded(question)
    return frozenset(name for name, cue in _SOUGHT_RE.items() if cue.search(plain))
