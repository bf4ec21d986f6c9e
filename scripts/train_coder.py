"""Trains the coder's second opinion on the project's own sentences, and writes `src/dragoman/coding/second_opinion.weights`.

Usage: python scripts/train_coder.py [--first 6] [--epochs 3] [--rank 16] [--seed 1] [--rules-weight 0.3] gold/relations/train*.jsonl

Needs PyTorch, which dragoman itself does not need: run it in an environment of its own that also has dragoman. It takes half an hour on
two shared cores for 6,000 sentences. Layers before `--first` stay as they are; each product of the later ones gets a correction of low
rank, and a linear head reads the state of the sentence and of the two marks. `--rules-weight` is how much a point of rule score counts
beside the model: choose it on the development set. The numbers of another machine differ in their last digits; the file names what it was
trained on, with the number of lines and the digest of each file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from dragoman.codebook import plover_types
from dragoman.coding.encoder import HEADS, LAYERS, PRODUCTS, WIDTH, Encoder, marked_text
from dragoman.coding.marked import mark
from dragoman.coding.onnx_weights import read_products, read_tensors
from dragoman.coding.second import Weights, find_encoder_files, write_weights
from dragoman.coding.wordpiece import cut_pieces, read_vocabulary

TARGET = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "coding" / "second_opinion.weights"
NAME = "bge-small-en-v1.5 int8, corrected by dragoman 1"
ENCODER_FILES = ("model.onnx", "vocab.txt")
BATCH, DROPOUT, SMOOTHING, LONGEST = 16, 0.1, 0.05, 158
CORRECTION_RATE, HEAD_RATE, WARM_UP = 1e-3, 3e-3, 0.08
Example = tuple[torch.Tensor, int, int]


class Corrected(torch.nn.Module):  # type: ignore[misc]  # PyTorch is not installed where types are checked
    """The last layers of the encoder with their corrections, and the head."""

    def __init__(self, encoder: Encoder, first: int, rank: int, kinds: int) -> None:
        super().__init__()
        self.first = first
        self.fixed = {name: torch.tensor(value) for name, value in encoder.products.items()}
        self.tensors = {name: torch.tensor(value) for name, value in encoder.tensors.items() if value.dtype == np.float32}
        self.down, self.up = torch.nn.ParameterDict(), torch.nn.ParameterDict()
        for name in (f"layer.{layer}/{product}" for layer in range(first, LAYERS) for product in PRODUCTS):
            rows, columns = self.fixed[name].shape
            self.down[name.replace(".", ":")] = torch.nn.Parameter(torch.randn(rows, rank) / rows**0.5)
            self.up[name.replace(".", ":")] = torch.nn.Parameter(torch.zeros(rank, columns))
        self.head = torch.nn.Linear(3 * WIDTH, kinds)
        torch.nn.init.normal_(self.head.weight, std=0.02)
        torch.nn.init.zeros_(self.head.bias)

    def forward(self, examples: Sequence[Example]) -> torch.Tensor:
        """Return the head's values, [examples, types]."""
        longest = max(len(states) for states, _, _ in examples)
        states = torch.zeros(len(examples), longest, WIDTH)
        mask = torch.zeros(len(examples), 1, 1, longest, dtype=torch.bool)
        for row, (one, _, _) in enumerate(examples):
            states[row, : len(one)] = one
            mask[row, 0, 0, : len(one)] = True
        for layer in range(self.first, LAYERS):
            states = self._layer(states, mask, layer)
        rows = torch.arange(len(examples))
        actors, recipients = (torch.tensor([example[side] for example in examples]) for side in (1, 2))
        taken = torch.cat([states[:, 0], states[rows, actors], states[rows, recipients]], dim=1)
        values: torch.Tensor = self.head(functional.dropout(taken, 2 * DROPOUT, self.training))
        return values

    def _layer(self, states: torch.Tensor, mask: torch.Tensor, layer: int) -> torch.Tensor:
        count, length, _ = states.shape
        query, key, value = (
            self._product(states, layer, name).view(count, length, HEADS, WIDTH // HEADS).transpose(1, 2) for name in PRODUCTS[:3]
        )
        context = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask, dropout_p=DROPOUT if self.training else 0.0)
        context = context.transpose(1, 2).reshape(count, length, WIDTH)
        attended = self._norm(
            states + self._drop(self._product(context, layer, PRODUCTS[3])), f"encoder.layer.{layer}.attention.output.LayerNorm"
        )
        inner = functional.gelu(self._product(attended, layer, PRODUCTS[4]))
        return self._norm(attended + self._drop(self._product(inner, layer, PRODUCTS[5])), f"encoder.layer.{layer}.output.LayerNorm")

    def _product(self, states: torch.Tensor, layer: int, name: str) -> torch.Tensor:
        whole = f"layer.{layer}/{name}"
        plain = states @ self.fixed[whole] + self.tensors[f"encoder.layer.{layer}.{name.replace('/', '.')}.bias"]
        key = whole.replace(".", ":")
        correction: torch.Tensor = (self._drop(states) @ self.down[key]) @ self.up[key]
        return plain + correction

    def _drop(self, states: torch.Tensor) -> torch.Tensor:
        return functional.dropout(states, DROPOUT, self.training)

    def _norm(self, states: torch.Tensor, name: str) -> torch.Tensor:
        return functional.layer_norm(states, (WIDTH,), self.tensors[f"{name}.weight"], self.tensors[f"{name}.bias"], eps=1e-12)


def prepare(rows: Sequence[dict[str, Any]], encoder: Encoder, folder: Path, first: int) -> list[Example]:
    """Return each sentence's states before the first corrected layer, and the places of its two marks."""
    vocabulary = read_vocabulary(folder / "vocab.txt")
    lower = Encoder(tensors=encoder.tensors, products=encoder.products, layers=first)
    found = []
    for row in rows:
        text, actor, recipient = marked_text(mark(row["sentence"], tuple(row["actor"]), tuple(row["recipient"])))
        pieces = cut_pieces(text, vocabulary)[:LONGEST]
        ids = np.array([vocabulary["[CLS]"], *(number for number, _, _ in pieces), vocabulary["[SEP]"]], dtype=np.int64)
        at = {start: index for index, (_, start, _) in reversed(list(enumerate(pieces, 1)))}
        found.append((torch.tensor(lower.run(lower.embed(ids))), at.get(actor, 0), at.get(recipient, 0)))
    return found


def train(model: Corrected, examples: Sequence[Example], wanted: torch.Tensor, epochs: int, seed: int) -> None:
    """Train the corrections and the head; batches hold sentences of like length, in an order that the seed gives."""
    chance = np.random.default_rng(seed)
    corrections = [*model.down.parameters(), *model.up.parameters()]
    groups = [{"params": corrections, "lr": CORRECTION_RATE}, {"params": model.head.parameters(), "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * -(-len(examples) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (WARM_UP * steps)) * max(0.02, 1 - step / steps)
    )
    model.train()
    for epoch in range(epochs):
        order = sorted(chance.permutation(len(examples)), key=lambda index: len(examples[index][0]) // 8)
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        total = 0.0
        for number in chance.permutation(len(batches)):
            batch = batches[number]
            loss = functional.cross_entropy(model([examples[index] for index in batch]), wanted[batch], label_smoothing=SMOOTHING)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1} of {epochs}: loss {total / len(batches):.3f}", flush=True)
    model.eval()


def arrays_of(model: Corrected) -> dict[str, Any]:
    """Return what was learned, by the names that the coder reads it under."""
    found = {"head": model.head.weight.detach().numpy().T, "bias": model.head.bias.detach().numpy()}
    for part in ("down", "up"):
        found |= {f"{name.replace(':', '.')}|{part}": value.detach().numpy() for name, value in getattr(model, part).items()}
    return found


def main() -> int:
    """Train and write the file."""
    parser = argparse.ArgumentParser(description="Trains the coder's second opinion.")
    parser.add_argument("files", nargs="+", type=Path)
    for name, default in (("first", 6), ("epochs", 3), ("rank", 16), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--rules-weight", type=float, default=0.3)
    parser.add_argument("--output", type=Path, default=TARGET)
    arguments = parser.parse_args()
    if any("heldout" in path.name for path in arguments.files):
        parser.error("the held-out sentences are never trained on")
    folder = find_encoder_files()
    if folder is None:
        parser.error("the encoder's files are not installed")
    torch.manual_seed(arguments.seed)
    encoder = Encoder(tensors=read_tensors(folder / "model.onnx"), products=read_products(folder / "model.onnx"))
    types = sorted(plover_types())
    rows = [json.loads(line) for path in arguments.files for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    model = Corrected(encoder, arguments.first, arguments.rank, len(types))
    train(
        model,
        prepare(rows, encoder, folder, arguments.first),
        torch.tensor([types.index(row["type"]) for row in rows]),
        arguments.epochs,
        arguments.seed,
    )
    digest = {path.name: [len(path.read_bytes().splitlines()), hashlib.sha256(path.read_bytes()).hexdigest()] for path in arguments.files}
    about = {
        "name": NAME,
        "types": types,
        "encoder": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ENCODER_FILES},
        "training": digest,
        "rules_weight": arguments.rules_weight,
    }
    write_weights(arguments.output, Weights(about=about, arrays=arrays_of(model)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
