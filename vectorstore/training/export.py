"""Write the rows and the tokenizer as a plain sentence-transformers model in half precision.

Rows are averages of unit scale, so the rounding of float16 (three decimal digits) moves a cosine by less
than 0.001. What lies in the folder beside these files, as the model card, stays.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

__all__ = ["export"]


def export(rows: npt.NDArray[np.float32], tokenizer: Tokenizer, folder: Path) -> int:
    """Save to ``folder``, readable by ``SentenceTransformer(folder)``; return the bytes written."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules.normalize import Normalize
    from sentence_transformers.sentence_transformer.modules.static_embedding import StaticEmbedding

    table = StaticEmbedding(tokenizer, embedding_weights=rows)
    model = SentenceTransformer(modules=[table, Normalize()], device="cpu").half()
    folder.mkdir(parents=True, exist_ok=True)
    model.save(str(folder), create_model_card=False)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
