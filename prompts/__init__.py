"""Prompts are data: one Markdown file each, with ``$variables``, in Vietnamese and English."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from string import Template

__all__ = ["MissingVariable", "Prompt", "load_prompt"]


class MissingVariable(KeyError):
    """A prompt was filled without one of its variables; the message names both."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt's name and text."""

    name: str
    text: str

    def variables(self) -> tuple[str, ...]:
        """Return the names of its variables, sorted."""
        return tuple(sorted(set(Template(self.text).get_identifiers())))

    def fill(self, **values: str) -> str:
        """Put the values in; raises MissingVariable when one lacks.

        >>> Prompt("chào", "Chào $ai").fill(ai="đồng chí")
        'Chào đồng chí'
        """
        if missing := [name for name in self.variables() if name not in values]:
            raise MissingVariable(f"prompt {self.name!r} needs {', '.join(missing)}")
        return Template(self.text).substitute(values)


def load_prompt(name: str, language: str) -> Prompt:
    """Read ``<name>.<language>.md`` from this package.

    >>> load_prompt("answer", "vi").variables()
    ('answer', 'evidence', 'question')
    """
    file = f"{name}.{language}.md"
    return Prompt(file, files("prompts").joinpath(file).read_text(encoding="utf-8"))
