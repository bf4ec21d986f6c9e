"""The small encoder that the second opinion rests on: bge-small-en, twelve layers, run with numpy on one sentence at a time.

The sentence is given with its two sides between marks, ``@ the actor @ … # the recipient #``; what is taken from it is the state of the
whole and the states of the two opening marks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.marked import Marked

__all__ = ["HEADS", "LAYERS", "PRODUCTS", "WIDTH", "Encoder", "marked_text"]

LAYERS, HEADS, WIDTH = 12, 12, 384
PRODUCTS = (
    "attention/self/query",
    "attention/self/key",
    "attention/self/value",
    "attention/output/dense",
    "intermediate/dense",
    "output/dense",
)
_EPSILON = 1e-12
_ACTOR_MARK, _RECIPIENT_MARK = "@", "#"

Floats = NDArray[np.float32]


def marked_text(marked: Marked) -> tuple[str, int, int]:
    """Return the sentence with its sides between marks, and where the opening mark of each stands."""
    text = marked.text
    (first, one), (second, other) = sorted(((marked.actor, _ACTOR_MARK), (marked.recipient, _RECIPIENT_MARK)), key=lambda item: item[0])
    before, between, after = text[: first.start], text[first.end : second.start], text[second.end :]
    opening = f"{before}{one} {first.cut(text)} {one}{between}"
    whole = f"{opening}{other} {second.cut(text)} {other}{after}"
    places = {one: len(before), other: len(opening)}
    return whole, places[_ACTOR_MARK], places[_RECIPIENT_MARK]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """The weights.

    Attributes:
        tensors: Embeddings, biases and norms, by the names of the file.
        products: The matrices by layer and name, corrections already added.
        layers: How many layers are run, from the first.
    """

    tensors: Mapping[str, NDArray[Any]]
    products: Mapping[str, Floats]
    layers: int = LAYERS

    def embed(self, ids: NDArray[np.int64]) -> Floats:
        """Return the states before the first layer, [pieces, width]."""
        kinds = np.zeros_like(ids)
        found: Floats = self._table("word", ids) + self._table("position", np.arange(len(ids))) + self._table("token_type", kinds)
        return self._norm(found, "embeddings.LayerNorm")

    def run(self, states: Floats) -> Floats:
        """Return the states after the last layer."""
        for layer in range(self.layers):
            states = self._layer(states, layer)
        return states

    def _table(self, name: str, rows: NDArray[np.int64]) -> Floats:
        stem = f"embeddings.{name}_embeddings.weight"
        zero, scale = self.tensors[f"{stem}_zero_point"], self.tensors[f"{stem}_scale"]
        chosen: Floats = (self.tensors[f"{stem}_quantized"][rows].astype(np.float32) - zero.astype(np.float32)) * scale
        return chosen

    def _layer(self, states: Floats, layer: int) -> Floats:
        query, key, value = (self._split(self._product(states, layer, name)) for name in PRODUCTS[:3])
        weights = _softmax(query @ key.transpose(0, 2, 1) / np.float32(sqrt(WIDTH // HEADS)))
        context = (weights @ value).transpose(1, 0, 2).reshape(len(states), WIDTH)
        attended = self._norm(states + self._product(context, layer, PRODUCTS[3]), f"encoder.layer.{layer}.attention.output.LayerNorm")
        inner = _gelu(self._product(attended, layer, PRODUCTS[4]))
        return self._norm(attended + self._product(inner, layer, PRODUCTS[5]), f"encoder.layer.{layer}.output.LayerNorm")

    def _product(self, states: Floats, layer: int, name: str) -> Floats:
        bias: Floats = self.tensors[f"encoder.layer.{layer}.{name.replace('/', '.')}.bias"]
        return states @ self.products[f"layer.{layer}/{name}"] + bias

    def _norm(self, states: Floats, name: str) -> Floats:
        centred = states - states.mean(axis=-1, keepdims=True)
        scaled = centred / np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(_EPSILON))
        found: Floats = scaled * self.tensors[f"{name}.weight"] + self.tensors[f"{name}.bias"]
        return found

    @staticmethod
    def _split(states: Floats) -> Floats:
        return states.reshape(len(states), HEADS, WIDTH // HEADS).transpose(1, 0, 2)


def _softmax(scores: Floats) -> Floats:
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: Floats = weights / weights.sum(axis=-1, keepdims=True)
    return found


def _gelu(values: Floats) -> Floats:
    """Return the Gaussian error unit, by Abramowitz and Stegun 7.1.26 (error below 2e-7): numpy has no error function."""
    sign, size = np.sign(values), np.abs(values) / np.float32(sqrt(2))
    step = 1 / (1 + np.float32(0.3275911) * size)
    series = step * (0.254829592 + step * (-0.284496736 + step * (1.421413741 + step * (-1.453152027 + step * 1.061405429))))
    error = sign * (1 - series * np.exp(-size * size))
    found: Floats = (values * (1 + error) / 2).astype(np.float32)
    return found
