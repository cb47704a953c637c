"""Imports go only downwards, and each heavy library is imported by one file, inside functions."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LAYERS = ["ingest", "vectorstore", "assistant", "eval"]
ROOMS = {  # inside a package, upwards
    "ingest": ["plan", "read", "repair", "parse", "facts", "pipeline"],
    "ingest.facts": ["language", "bodies", "cited", "times", "tasks", "amounts", "due", "tables"],
    "assistant.answer": ["evidence", "kinds", "candidates", "judged", "refusal"],
    "assistant.draft": ["unit", "parent", "child", "lint", "draft", "command"],
}
WALLS = {  # library -> the one place in the product (outside eval and training) that may import it
    "chromadb": "vectorstore/dense.py",
    "tantivy": "vectorstore/lexical.py",
    "sentence_transformers": "vectorstore/embedder.py",
    "underthesea": "vectorstore/words.py",
    "onnxruntime": "vectorstore/reader.py",
    "gradio": "assistant/web/app.py",
    "langchain": "assistant/answer/worded/llm.py",
}


def imports(path: Path) -> list[tuple[str, bool]]:
    """(module, is it imported when the file is) for every import in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lazy = {
        id(n)
        for f in ast.walk(tree)
        if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef)
        for n in ast.walk(f)
    }
    guards = [n for n in ast.walk(tree) if isinstance(n, ast.If) and "TYPE_CHECKING" in ast.dump(n.test)]
    lazy |= {id(n) for guard in guards for n in ast.walk(guard)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, id(node) not in lazy) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.module, id(node) not in lazy))
    return found


def files(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def test_imports_go_down_only() -> None:
    for height, package in enumerate(LAYERS):
        above = set(LAYERS[height + 1 :])
        wrong = [(str(p), m) for p in files(package) for m, _ in imports(p) if m.split(".")[0] in above]
        assert not wrong


@pytest.mark.parametrize("package", ROOMS)
def test_rooms_stand_in_order(package: str) -> None:
    rooms = ROOMS[package]
    for height, room in enumerate(rooms):
        above = {f"{package}.{name}" for name in rooms[height + 1 :]}
        place = ROOT / package.replace(".", "/") / room
        paths = files(str(place.relative_to(ROOT))) if place.is_dir() else [place.with_suffix(".py")]
        assert paths
        wrong = [
            (str(path), module)
            for path in paths
            for module, eager in imports(path)
            if eager and any(module == name or module.startswith(f"{name}.") for name in above)
        ]
        assert not wrong


def test_heavy_libraries_stay_behind_their_walls() -> None:
    for package in LAYERS[:-1]:
        for path in files(package):
            place = path.relative_to(ROOT).as_posix()
            for module, eager in imports(path):
                top = module.split(".")[0]
                if top in WALLS and not place.startswith("vectorstore/training/"):
                    assert place == WALLS[top], f"{place} imports {module}"
                    assert not eager or place == WALLS["gradio"], f"{place} imports {module} at once"
