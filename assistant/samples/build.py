"""Build the sample files from their texts: `python -m assistant.samples.build`. The texts are in source/."""

from __future__ import annotations

from pathlib import Path

from assistant.samples.markup import parse_sample
from assistant.samples.plain import write_txt

__all__ = ["build_samples"]

FOLDER = Path(__file__).parent


def build_samples(target: Path = FOLDER) -> tuple[Path, ...]:
    """Write every sample into `target` and give back the files; needs python-docx and reportlab."""
    made = []
    for source in sorted((FOLDER / "source").glob("*.txt")):
        sample = parse_sample(source.read_text(encoding="utf-8"))
        path = target / sample.fields["file"]
        if path.suffix == ".docx":
            from assistant.samples.word import write_docx

            write_docx(sample, path)
        elif path.suffix == ".txt":
            write_txt(sample, path)
        elif path.suffix == ".pdf":
            from assistant.samples.pdf import write_pdf

            write_pdf(sample, path)
        made.append(path)
    return tuple(made)


if __name__ == "__main__":
    build_samples()
