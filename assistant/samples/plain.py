"""A sample becomes a .txt as text copied out of an office file: the letterhead stacked, one paragraph a line."""

from __future__ import annotations

from pathlib import Path

from assistant.samples.markup import Block, Sample

__all__ = ["write_txt"]


def _line(block: Block) -> str:
    return f"- {block.text}" if block.kind == "bullet" else block.text


def write_txt(sample: Sample, path: Path) -> None:
    """Write the sample to `path` in UTF-8 with a blank line between paragraphs."""
    head = [
        *sample.lists["issuer"],
        "",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "",
    ]
    head += [
        sample.fields["number"],
        sample.fields["date"],
        "",
        sample.fields["title"],
        *sample.lists["subject"],
        "",
    ]
    body = "\n\n".join(_line(block) for block in sample.part("body"))
    closing = [
        "",
        "",
        "Nơi nhận:",
        *(block.text for block in sample.part("recipients")),
        "",
        *sample.lists["sign"],
        "",
        "",
        sample.fields["name"],
        "",
    ]
    path.write_text("\n".join(head) + "\n" + body + "\n".join(closing), encoding="utf-8")
