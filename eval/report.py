"""The evaluation as one HTML file that opens offline: tables, plots (inline SVG), every question with its mark.

In: the marks of each system, and a saved earlier run where one is compared. Out: a file without a link.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eval.scoring import HEADS, Change, Marked, cells

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["write_report"]

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1c2733}
h1{font-size:1.5rem} h2{font-size:1.15rem;margin-top:2rem}
table{border-collapse:collapse;margin:.5rem 0} td,th{border:1px solid #ccd4dc;padding:.25rem .55rem;text-align:right}
td:first-child,th:first-child,td.t{text-align:left} tr.bad td:first-child{border-left:4px solid #c0392b}
tr.good td:first-child{border-left:4px solid #2e8b57} details{margin:.5rem 0} svg{max-width:100%;height:auto}
"""
_COLOURS = ("#2f6f9f", "#d9822b", "#6a994e")
BANDS = 10
"""Bands of sureness in the calibration plot."""


def write_report(path: Path, results: Mapping[str, Sequence[Marked]], changes: Sequence[Change]) -> None:
    """Write the report of a run; ``changes`` are the gains and losses against an earlier one."""
    own = next(iter(results.values()), ())
    parts = [
        "<h1>Trợ lý Kế hoạch: evaluation of answers</h1>",
        _table("System", results),
        "<h2>By kind of question</h2>",
        _bars(results, "kind"),
        "<h2>By language</h2>",
        _bars(results, "language"),
        "<h2>How sure it says it is, and how often it is right</h2>",
        _calibration(own),
        "<h2>Time to answer</h2>",
        _latency(results),
        *(_changes(changes) if changes else ()),
        "<h2>Every question</h2>",
        *(_questions(kind, own) for kind in sorted({m.gold.kind for m in own})),
    ]
    page = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Evaluation</title><style>{_STYLE}</style>'
    path.write_text(page + "\n".join(parts) + "</html>\n", encoding="utf-8")


def _table(first: str, rows: Mapping[str, Sequence[Marked]]) -> str:
    head = "".join(f"<th>{html.escape(h)}</th>" for h in (first, *HEADS))
    body = "".join(
        f"<tr><td>{html.escape(name)}</td>{''.join(f'<td>{c}</td>' for c in cells(marks))}</tr>"
        for name, marks in rows.items()
    )
    return f"<table><tr>{head}</tr>{body}</table>"


def _svg(figure: Figure) -> str:
    """A figure as SVG for the page; the text stays text."""
    import matplotlib.pyplot as plt

    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", bbox_inches="tight")
    plt.close(figure)
    drawing = buffer.getvalue()
    # The XML head and the names of formats are addresses: the page must hold none.
    return re.sub(r"<metadata>.*?</metadata>", "", drawing[drawing.index("<svg") :], flags=re.DOTALL)


def _axes(width: float, height: float) -> tuple[Figure, object]:
    import matplotlib as mpl

    mpl.use("Agg")
    mpl.rcParams.update(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "kehoach",
            "axes.spines.top": False,
            "axes.spines.right": False,
        }
    )
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(width, height))
    return figure, axes


def _bars(results: Mapping[str, Sequence[Marked]], key: str) -> str:
    """Share right (for unanswerable questions: refused) by a field of the questions, system beside system."""
    values = sorted({getattr(m.gold, key) for marks in results.values() for m in marks})
    figure, axes = _axes(10, 0.34 * len(values) + 1.0)
    step = 0.8 / max(len(results), 1)
    for at, (name, marks) in enumerate(results.items()):
        groups = [[m for m in marks if getattr(m.gold, key) == value] for value in values]
        shares = [100 * sum(m.right for m in group) / max(len(group), 1) for group in groups]
        places = [place + at * step for place in range(len(values))]
        axes.barh(places, shares, step * 0.9, label=name, color=_COLOURS[at % len(_COLOURS)])  # type: ignore[attr-defined]
    sizes = [sum(getattr(m.gold, key) == value for m in next(iter(results.values()))) for value in values]
    axes.set_yticks([place + 0.4 - step / 2 for place in range(len(values))])  # type: ignore[attr-defined]
    axes.set_yticklabels([f"{value} ({size})" for value, size in zip(values, sizes, strict=True)])  # type: ignore[attr-defined]
    axes.invert_yaxis()  # type: ignore[attr-defined]
    axes.set_xlim(0, 100)  # type: ignore[attr-defined]
    axes.set_xlabel("% right")  # type: ignore[attr-defined]
    axes.legend(frameon=False, loc="lower right")  # type: ignore[attr-defined]
    return _svg(figure)


def _calibration(marks: Sequence[Marked]) -> str:
    """Of the best candidates in each band of sureness, the share that is right; below the line it is refused."""
    known = [(m.answer.sureness, m.right and m.gold.status == "answered") for m in marks if m.answer.sureness]
    if not known:
        return "<p>This system tells no sureness.</p>"
    figure, axes = _axes(6, 4)
    bands = [
        [right for sure, right in known if int(min(sure or 0, 0.999) * BANDS) == band]
        for band in range(BANDS)
    ]
    middles = [(band + 0.5) / BANDS for band in range(BANDS) if bands[band]]
    shares = [sum(band) / len(band) for band in bands if band]
    axes.plot([0, 1], [0, 1], color="#bbbbbb", linewidth=1)  # type: ignore[attr-defined]
    axes.plot(middles, shares, marker="o", color=_COLOURS[0])  # type: ignore[attr-defined]
    for x, y, band in zip(middles, shares, [b for b in bands if b], strict=True):
        axes.annotate(str(len(band)), (x, y), textcoords="offset points", xytext=(4, -12), fontsize=8)  # type: ignore[attr-defined]
    axes.set_xlabel("sureness of the best candidate")  # type: ignore[attr-defined]
    axes.set_ylabel("share answered and right")  # type: ignore[attr-defined]
    return _svg(figure)


def _latency(results: Mapping[str, Sequence[Marked]]) -> str:
    figure, axes = _axes(8, 3.2)
    for at, (name, marks) in enumerate(results.items()):
        times = sorted(1000 * m.answer.seconds for m in marks)
        shares = [100 * (place + 1) / len(times) for place in range(len(times))]
        axes.plot(times, shares, label=name, color=_COLOURS[at % len(_COLOURS)])  # type: ignore[attr-defined]
    axes.axhline(95, color="#bbbbbb", linewidth=1)  # type: ignore[attr-defined]
    axes.set_xscale("log")  # type: ignore[attr-defined]
    axes.set_xlabel("milliseconds")  # type: ignore[attr-defined]
    axes.set_ylabel("% of questions")  # type: ignore[attr-defined]
    axes.legend(frameon=False)  # type: ignore[attr-defined]
    return _svg(figure)


def _changes(changes: Sequence[Change]) -> list[str]:
    gains = [change for change in changes if change.gain]
    rows = "".join(
        f'<tr class="{"good" if c.gain else "bad"}"><td>{"gain" if c.gain else "loss"} {html.escape(c.id)}</td>'
        f'<td class="t">{html.escape(c.question)}</td><td class="t">{html.escape(c.before[:300])}</td>'
        f'<td class="t">{html.escape(c.now[:300])}</td></tr>'
        for c in changes
    )
    return [
        f"<h2>Against the earlier run: {len(gains)} gained, {len(changes) - len(gains)} lost</h2>",
        f"<table><tr><th></th><th>question</th><th>before</th><th>now</th></tr>{rows}</table>",
    ]


def _questions(kind: str, marks: Sequence[Marked]) -> str:
    own = [m for m in marks if m.gold.kind == kind]
    rows = "".join(
        f'<tr class="{"good" if m.right else "bad"}"><td>{html.escape(m.gold.id)}</td>'
        f'<td class="t">{html.escape(m.gold.question)}</td><td class="t">{m.answer.status}</td>'
        f'<td class="t">{html.escape(m.answer.text[:400])}</td></tr>'
        for m in own
    )
    right = sum(m.right for m in own)
    return f"<details><summary>{html.escape(kind)}: {right} of {len(own)} right</summary><table>{rows}</table></details>"
