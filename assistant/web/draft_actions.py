"""What each action of the drafting form makes of the page: the form, the panel beside it, the draft below.

In: the browser's event (action, the form's values). Out: steps to show, one after
another while a draft is made. No gradio; None stands for "leave as it is".
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.draft.unit.profile_file import profile_from_yaml
from assistant.draft.unit.saved import remove_profile, save_profile
from assistant.web import draft_handlers as handlers
from assistant.web.draft_form import faults_of, missing_of, profile_of, values_of
from assistant.web.draft_form_rendering import render_form, render_side
from assistant.web.draft_handlers import Drafted
from assistant.web.draft_sheet import render_progress
from assistant.web.draft_texts import draft_words
from assistant.weighing import Desk
from ingest.errors import KehoachError

__all__ = ["Step", "act", "form_html", "side_html"]

_log = logging.getLogger(__name__)
_CRASHED = "Không soạn được vì có lỗi bên trong; lỗi đã được ghi lại."
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One state of the page."""

    values: Values | None
    side: str | None
    drafted: Drafted | None = None
    form: str | None = None
    sheet: str | None = None
    files: bool = True
    """False: files exported before belong to another draft and go."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """The form after an action that is not drafting."""

    values: Values
    notice: str = ""
    fault: str = ""
    anew: bool = False


def form_html(desk: Desk, values: Values, language: str, notice: str = "") -> str:
    """The form with these values."""
    words = draft_words(language)
    plans = [(e.name, f"{e.number or e.name}: {e.title or ''}") for e in desk.library.plans()]
    chosen, parent = str(values.get("kept") or ""), str(values.get("parent_plan") or "")
    return render_form(plans, parent, handlers.kept_profiles(desk, words), chosen, values, words, notice)


def side_html(desk: Desk, values: Values, language: str, fault: str = "") -> str:
    """The panel beside the form."""
    return render_side(
        missing_of(values),
        fault,
        handlers.yaml_of(values),
        draft_words(language),
        model=desk.settings.llm,
        wanted=values.get("lm") is not False,
    )


def _fill(desk: Desk, event: Values, words: Mapping[str, str]) -> _Filled:
    values: dict[str, Any] = dict(event.get("values") or {})
    # What is chosen beside the profile stays when another profile is shown.
    beside = {key: values.get(key) for key in ("parent_plan", "lm")}
    action = event.get("action")
    if action == "choose":
        chosen = str(event.get("chosen") or "")
        return _Filled({**handlers.kept_values(desk, chosen), **beside, "kept": chosen}, anew=True)
    if action == "import":
        profile = profile_from_yaml(str(event.get("text") or ""), "Tệp YAML")
        return _Filled(
            {**values_of(profile), **beside}, words["imported"].format(name=profile.name), anew=True
        )
    if action == "save":
        profile = profile_of(values)
        values["kept"] = f"saved:{save_profile(desk.settings.data, profile)}"
        return _Filled(values, words["kept_profile"].format(name=profile.name), anew=True)
    if action == "forget":
        remove_profile(desk.settings.data, str(values.get("kept") or "").removeprefix("saved:"))
        return _Filled({**values, "kept": ""}, words["forgotten"], anew=True)
    return _Filled(values, fault=faults_of(values, words) if event.get("told") else "")


def act(desk: Desk, event: Values, language: str) -> Iterator[Step]:
    """Carry out an action: keep, choose, import, save, forget, or draft."""
    if event.get("action") == "draft":
        yield from _draft(desk, dict(event.get("values") or {}), language)
        return
    try:
        filled = _fill(desk, event, draft_words(language))
    except KehoachError as error:
        values = dict(event.get("values") or {})
        told = event.get("action") == "save" and faults_of(values, draft_words(language))
        filled = _Filled(values, fault=told or str(error))
    form = form_html(desk, filled.values, language, filled.notice) if filled.anew else None
    yield Step(filled.values, side_html(desk, filled.values, language, filled.fault), form=form)


def _draft(desk: Desk, values: Values, language: str) -> Iterator[Step]:
    words = draft_words(language)
    parent = str(values.get("parent_plan") or "")
    fault = faults_of(values, words) or ("" if parent else words["first"])
    step = Step(values, side_html(desk, values, language, fault), sheet="", files=False)
    if fault:
        yield step
        return
    try:
        drafted = handlers.start_draft(desk, parent, values)
        yield replace(step, drafted=drafted, sheet=handlers.render_drafted(desk, drafted, words))
        if desk.settings.llm and values.get("lm") is not False:
            for told, worded in handlers.word_drafted(desk, drafted):
                last = told.done == told.total
                sheet = handlers.render_drafted(desk, worded, words, reviewed=last)
                if not last:
                    sheet = render_progress(told.done, told.total, told.section, words) + sheet
                # What is typed meanwhile stays.
                yield replace(step, values=None, side=None, drafted=worded, sheet=sheet)
    except KehoachError as error:
        yield replace(step, side=side_html(desk, values, language, str(error)))
    except Exception:  # noqa: BLE001 (the web edge)
        _log.exception("could not draft from %s", parent)
        yield replace(step, side=side_html(desk, values, language, _CRASHED))
