"""The network: BERT's body (Devlin et al. 2019) with a head that guesses hidden words and one that scores an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

__all__ = ["Network", "Size", "of_fewer_layers"]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a network is."""

    words: int = 16_000
    layers: int = 6
    width: int = 384


class Network(nn.Module):
    """Word numbers and parts in; log odds of an answer out."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        config = BertConfig(
            vocab_size=size.words,
            hidden_size=size.width,
            num_hidden_layers=size.layers,
            num_attention_heads=size.width // 64,
            intermediate_size=4 * size.width,
            max_position_embeddings=256,
            type_vocab_size=8,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        self.bert = BertModel(config, add_pooling_layer=False)
        self.tr = nn.Sequential(nn.Linear(size.width, size.width), nn.GELU(), nn.LayerNorm(size.width))
        self.bias = nn.Parameter(torch.zeros(size.words))
        self.head = nn.Sequential(nn.Linear(size.width, size.width), nn.Tanh(), nn.Linear(size.width, 1))

    def hidden_loss(self, ids: Tensor, at: Tensor, gold: Tensor) -> Tensor:
        """The loss of guessing the words at the flat places ``at`` of texts without padding."""
        found = self.bert(input_ids=ids).last_hidden_state.reshape(-1, self.size.width)[at]
        scores = functional.linear(self.tr(found), self.bert.embeddings.word_embeddings.weight, self.bias)
        return functional.cross_entropy(scores, gold)

    def forward(self, ids: Tensor, parts: Tensor, mask: Tensor) -> Tensor:
        """Score each row: (rows,)."""
        found = self.bert(input_ids=ids, token_type_ids=parts, attention_mask=mask).last_hidden_state
        return cast(Tensor, self.head(found[:, 0]).squeeze(-1))

    def drop(self, share: float) -> None:
        """Leave out this share of what layers hand on, while learning from few examples."""
        for module in self.modules():
            if isinstance(module, nn.Dropout):
                module.p = share


def of_fewer_layers(network: Network, kept: tuple[int, ...]) -> Network:
    """A network with only these layers of another (as DistilBERT begins: Sanh et al. 2019)."""
    small = Network(Size(network.size.words, len(kept), network.size.width))
    state = {key: value for key, value in network.state_dict().items() if ".layer." not in key}
    for at, layer in enumerate(kept):
        for key, value in network.state_dict().items():
            if f".layer.{layer}." in key:
                state[key.replace(f".layer.{layer}.", f".layer.{at}.")] = value
    small.load_state_dict(state)
    return small
