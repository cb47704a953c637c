"""The network as the file that ``vectorstore.reader`` opens: ONNX, the weights as bytes."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path

import torch
from tokenizers import Tokenizer

from vectorstore.training.reader.network import Network

__all__ = ["export"]


def export(network: Network, tokenizer: Tokenizer, out: Path) -> int:
    """Write ``reader.onnx`` and ``tokenizer.json``; the size of the first in bytes."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(out / "tokenizer.json"))
    network = network.cpu().eval()
    network.bert.set_attn_implementation("eager")
    ids = torch.randint(6, network.size.words, (2, 16))
    axes = {name: {0: "rows", 1: "words"} for name in ("ids", "parts", "mask")}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        # The exporter that torch recommends needs onnxscript and writes no smaller file.
        warnings.simplefilter("ignore")
        plain = Path(folder) / "reader.onnx"
        torch.onnx.export(
            network,
            (ids, torch.zeros_like(ids), torch.ones_like(ids)),
            str(plain),
            input_names=["ids", "parts", "mask"],
            output_names=["scores"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, out / "reader.onnx", weight_type=QuantType.QInt8)
    return (out / "reader.onnx").stat().st_size
