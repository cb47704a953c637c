"""Raw text becomes readable text: a chain of small steps that never loses a letter's place.

legacy fonts -> letters (unicode) -> mail -> pages -> lost glyphs -> page count off -> lines parted -> rows -> footnotes lifted -> furniture -> lines joined -> items parted -> marks off -> spaces.
"""

from __future__ import annotations

import re
from functools import reduce

from ingest.plan import RawText, SourceText
from ingest.repair.footnotes import Note, anchor_notes, lift_notes
from ingest.repair.furniture import drop_furniture, drop_page_count, mark_pages
from ingest.repair.legacy_fonts import restore_legacy_fonts
from ingest.repair.lines import join_lines, join_note
from ingest.repair.lost_glyphs import restore_lost_glyphs
from ingest.repair.mail import unwrap_mail
from ingest.repair.markup import strip_markup
from ingest.repair.offsets import MappedText
from ingest.repair.parting import part_lines
from ingest.repair.rows import canonical_rows
from ingest.repair.run_items import part_items
from ingest.repair.spacing import close_spaced_letters, tidy_spaces
from ingest.repair.unicode import normalise_unicode

__all__ = ["repair_text"]

_BODY_STEPS = (drop_furniture, join_lines, part_items, close_spaced_letters, strip_markup, tidy_spaces)
_NOTE_STEPS = (drop_furniture, join_note, strip_markup, tidy_spaces)
_MARK_RE = re.compile(r"(?:\[\^?\d{1,3}\]:?|\d{1,2}[.)]?)\s*")


def repair_text(raw: RawText) -> SourceText:
    r"""Clean a file's text; every letter of the result knows its place in the file.

    >>> repair_text(RawText("kh.md", "**I. MỤC ĐÍCH**\n\nNâng cao\nhiệu quả.")).clean
    'I. MỤC ĐÍCH\nNâng cao hiệu quả.'
    """
    # Old encodings first: they store letters as signs that the next step would take for layout.
    letters, recoded = restore_legacy_fonts(MappedText.identity(raw.text))
    letters = normalise_unicode(letters)
    if not recoded and letters.text != raw.text:
        letters, recoded = restore_legacy_fonts(letters)
    letters = mark_pages(unwrap_mail(letters), raw.pages)
    # Before any space is touched: a lost letter mostly left one.
    whole_words, restored, corruption = restore_lost_glyphs(letters)
    body, notes = lift_notes(canonical_rows(part_lines(drop_page_count(whole_words))))
    body = reduce(lambda text, step: step(text), _BODY_STEPS, body)
    whole, footnotes = anchor_notes(body, [_clean_note(note) for note in notes])
    body_end = whole.text.rindex("\n", 0, footnotes[0].range.start) if footnotes else len(whole.text)
    return SourceText(
        name=raw.name,
        original=raw.text,
        clean=whole.text,
        runs=whole.runs(),
        body_end=body_end,
        pages=raw.pages,
        footnotes=footnotes,
        repairs=recoded + restored,
        corruption=corruption,
        notes=raw.notes,
    )


def _clean_note(note: Note) -> Note:
    text = reduce(lambda text, step: step(text), _NOTE_STEPS, note.text)
    mark = _MARK_RE.match(text.text) if note.label else None
    return note._replace(text=text, label=mark.end() if mark else 0)
