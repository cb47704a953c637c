"""Store a sentence-transformers static model with half-precision weights.

    python -m vectorstore.training.half PROTOTYPE_FOLDER vectorstore/model

Half the size, the same ranking: rows are unit-scaled averages, so the rounding of float16 (three
decimal digits) moves a cosine by less than 0.001. Everything but the weights is copied as it is.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

__all__ = ["halve"]

WEIGHTS = "model.safetensors"


def halve(source: Path, target: Path) -> int:
    """Copy the model folder ``source`` to ``target`` with float16 weights; return their bytes."""
    weights = {name: values.astype(np.float16) for name, values in load_file(source / WEIGHTS).items()}
    shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(WEIGHTS, "README.md"))
    target.chmod(0o755)
    save_file(weights, target / WEIGHTS, metadata={"format": "pt"})
    for path in target.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return sum(values.nbytes for values in weights.values())


if __name__ == "__main__":
    print(halve(Path(sys.argv[1]), Path(sys.argv[2])), "bytes of weights")
