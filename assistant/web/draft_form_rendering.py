"""HTML of the drafting form: parent, profile, and beside them what is still open. Escapes all it is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from assistant.draft.unit.profile import kinds
from assistant.web.draft_texts import FIELDS

__all__ = ["render_form", "render_side"]

EMPTY_DIVISIONS = 2
"""Rows offered where a profile has no division yet."""


def _options(pairs: Sequence[tuple[str, str]], chosen: str) -> str:
    return "".join(
        f'<option value="{escape(value, quote=True)}"{" selected" if value == chosen else ""}>{escape(label)}</option>'
        for value, label in pairs
    )


def _input(name: str, values: Mapping[str, Any], words: Mapping[str, str], *, wide: bool = False) -> str:
    text = escape(str(values.get(name) or ""), quote=True)
    example = escape(FIELDS[name][2], quote=True)
    needed = ' <b title="*">*</b>' if name in {"name", "kind"} else ""
    extra = ' list="draft-division-names"' if name == "gatherer" else ""
    if name in {"year", "report_lead_days"}:
        extra += ' inputmode="numeric"'
    shape = (
        f'<textarea name="{name}" rows="4">{text}</textarea>'
        if name == "recipients"
        else f'<input type="text" name="{name}" value="{text}" placeholder="{example}" autocomplete="off"{extra}>'
    )
    return f'<label class="f{" wide" if wide else ""}"><span>{escape(words[f"field_{name}"])}{needed}</span>{shape}</label>'


def _kind(values: Mapping[str, Any], words: Mapping[str, str]) -> str:
    pairs = [("", words["choose_kind"]), *((name, kind.label) for name, kind in kinds().items())]
    return (
        f'<label class="f"><span>{escape(words["field_kind"])} <b title="*">*</b></span>'
        f'<select name="kind">{_options(pairs, str(values.get("kind") or ""))}</select></label>'
    )


def _division(row: Mapping[str, Any], words: Mapping[str, str]) -> str:
    name, duties = (escape(str(row.get(key) or ""), quote=True) for key in ("name", "duties"))
    return (
        f'<li class="division"><input type="text" data-division="name" value="{name}" placeholder="{escape(words["division"], quote=True)}"'
        f' aria-label="{escape(words["division"], quote=True)}">'
        f'<textarea data-division="duties" rows="1" placeholder="{escape(words["duties"], quote=True)}"'
        f' aria-label="{escape(words["duties"], quote=True)}">{duties}</textarea>'
        f'<button type="button" data-act="remove-division" title="{escape(words["remove"], quote=True)}"'
        f' aria-label="{escape(words["remove"], quote=True)}">✕</button></li>'
    )


def _divisions(values: Mapping[str, Any], words: Mapping[str, str]) -> str:
    rows = values.get("divisions") or [{} for _ in range(EMPTY_DIVISIONS)]
    items = "".join(_division(row, words) for row in rows if isinstance(row, Mapping))
    return (
        f'<div class="f wide"><span>{escape(words["field_divisions"])}</span><ol class="divisions">{items}</ol>'
        f"<template>{_division({}, words)}</template>"
        f'<button type="button" class="quiet" data-act="add-division">{escape(words["add_division"])}</button>'
        '<datalist id="draft-division-names"></datalist></div>'
    )


def _group(title: str, *fields: str) -> str:
    return f'<fieldset><legend>{escape(title)}</legend><div class="grid">{"".join(fields)}</div></fieldset>'


def render_form(
    plans: Sequence[tuple[str, str]],
    parent: str,
    choices: Sequence[tuple[str, Sequence[tuple[str, str]]]],
    chosen: str,
    values: Mapping[str, Any],
    words: Mapping[str, str],
    notice: str = "",
) -> str:
    """The form: ``plans`` (name, label), groups of kept profiles (value, label), and the fields' values."""

    def fields(*names: str) -> list[str]:
        return [_input(name, values, words) for name in names]

    listed = [("", words["choose_parent"]), *plans]
    none = "" if plans else f'<p class="hint">{escape(words["no_plan"])}</p>'
    groups = "".join(
        f'<optgroup label="{escape(label, quote=True)}">{_options(pairs, chosen)}</optgroup>'
        for label, pairs in choices
        if pairs
    )
    forget = (
        f'<button type="button" class="quiet danger" data-act="forget">{escape(words["forget"])}</button>'
        if chosen.startswith("saved:")
        else ""
    )
    said = f'<p class="hint notice" role="status">{escape(notice)}</p>' if notice else ""
    return f"""<form class="draft-form" autocomplete="off" onsubmit="return false">
<section><h2><i>1</i>{escape(words["step_parent"])}</h2>
<label class="f wide"><select name="parent_plan" aria-label="{escape(words["step_parent"], quote=True)}">{_options(listed, parent)}</select></label>{none}</section>
<section><h2><i>2</i>{escape(words["step_unit"])}</h2>
<div class="bar"><select name="kept" aria-label="{escape(words["saved"], quote=True)}"><option value="">{escape(words["new"])}</option>{groups}</select>
<button type="button" class="quiet" data-act="save">{escape(words["save"])}</button>{forget}
<label class="quiet file">{escape(words["import"])}<input type="file" accept=".yaml,.yml,.txt" data-act="import"></label>
<button type="button" class="quiet" data-act="yaml">{escape(words["export_yaml"])}</button></div>{said}
{_group(words["group_unit"], _input("name", values, words, wide=True), _kind(values, words), *fields("year", "code", "parent", "place", "field"))}
{_group(words["group_sign"], *fields("authority", "signer_title", "signer"))}
{_group(words["group_inside"], _divisions(values, words), *fields("gatherer", "report_lead_days"), _input("recipients", values, words, wide=True))}
<details><summary>{escape(words["group_more"])}</summary><div class="grid">{"".join(fields("short", "inner", "aliases", "roles", "date", "parent_number", "parent_date"))}</div></details>
</section></form>"""


def render_side(
    missing: Sequence[str],
    fault: str,
    yaml_text: str,
    words: Mapping[str, str],
    *,
    model: str | None,
    wanted: bool,
) -> str:
    """The panel beside the form: what will be "[…]", the model's switch, the button that drafts."""
    listed = "".join(f"<li>{escape(words[f'field_{name}'])}</li>" for name in missing)
    head = words["missing"] if missing else words["complete"]
    body = f"<ul>{listed}</ul>" if missing else ""
    told = f'<p class="fault" role="alert">{escape(fault)}</p>' if fault else ""
    switch = (
        f'<label class="switch"><input type="checkbox" name="lm"{" checked" if wanted else ""}><span>{escape(words["lm"])}'
        f' <em>{escape(model)}</em></span></label><p class="hint">{escape(words["lm_hint"])}</p>'
        if model
        else ""
    )
    return f"""<aside class="draft-side"><button type="button" class="primary" data-act="draft">{escape(words["draft"])}</button>
{switch}{told}<h3>{escape(head)}</h3>{body}<p class="hint">{escape(words["always"])}</p>
<textarea hidden data-yaml>{escape(yaml_text)}</textarea></aside>"""
