"""The prompts of the language model: one Markdown file a prompt and language, with ``$variables``.

A prompt is data: it is read from this package wherever it is installed, and filled by ``string.Template``.
What is filled in is never read for variables again, so a "$" in a plan's text stays a "$".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template

__all__ = ["MissingPrompt", "MissingVariable", "Prompt", "load_prompt", "prompt_names"]


class MissingPrompt(LookupError):
    """No file holds this prompt in this language; the message names those that exist."""


class MissingVariable(LookupError):
    """A prompt was filled without all of its variables, or with one that it does not have."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt in one language."""

    name: str
    language: str
    text: str

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of what must be filled in, in order of first use."""
        return tuple(Template(self.text).get_identifiers())

    def fill(self, **values: str) -> str:
        """Return the text with every variable filled in.

        Raises MissingVariable unless exactly the variables of the prompt are given.

        >>> Prompt("hỏi", "vi", "Câu hỏi: $question").fill(question="Ai chủ trì?")
        'Câu hỏi: Ai chủ trì?'
        """
        if set(values) != set(self.variables):
            raise MissingVariable(
                f'prompt "{self.name}.{self.language}" needs {sorted(self.variables)}, was given {sorted(values)}'
            )
        return Template(self.text).substitute(values)


@cache
def load_prompt(name: str, language: str) -> Prompt:
    """Read a prompt by its name and language ("vi", "en"). Raises MissingPrompt.

    >>> load_prompt("question", "vi").variables
    ('evidence', 'extracted', 'question')
    """
    file = files(__name__).joinpath(f"{name}.{language}.md")
    if not file.is_file():
        raise MissingPrompt(f'no prompt "{name}.{language}.md"; there are: {", ".join(prompt_names())}')
    return Prompt(name, language, file.read_text(encoding="utf-8").strip())


def prompt_names() -> tuple[str, ...]:
    """The prompts that exist, as "name.language".

    >>> "answer.vi" in prompt_names()
    True
    """
    found = (file.name for file in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in found if name.endswith(".md")))
