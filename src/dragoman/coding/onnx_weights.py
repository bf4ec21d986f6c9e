"""Reads the weights out of an ONNX file, without running it: enough of protocol buffers for initializers and integer products.

The encoder's file holds 8-bit weights. They are read back to 32-bit floats, since the coder adds its own small corrections to them and runs
the layers itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["read_products", "read_tensors"]

_GRAPH, _NODE, _INITIALIZER = 7, 1, 5  # field numbers of ModelProto and GraphProto
_INPUT, _OUTPUT, _OP = 1, 2, 4  # of NodeProto
_DIMS, _TYPE, _FLOATS, _INTEGERS, _NAME, _RAW = 1, 2, 4, 5, 8, 9  # of TensorProto
_DTYPES = {1: np.float32, 2: np.uint8, 3: np.int8, 6: np.int32, 7: np.int64}


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def _fields(data: bytes) -> Iterator[tuple[int, Any]]:
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        match key & 7:
            case 0:
                value, at = _varint(data, at)
                yield key >> 3, value
            case 2:
                length, at = _varint(data, at)
                yield key >> 3, data[at : at + length]
                at += length
            case 5:
                yield key >> 3, data[at : at + 4]
                at += 4
            case 1:
                yield key >> 3, data[at : at + 8]
                at += 8
            case other:
                raise ValueError(f"unknown wire type {other}")


def _graph(path: Path) -> bytes:
    graph: bytes = next(value for field, value in _fields(path.read_bytes()) if field == _GRAPH)
    return graph


def read_tensors(path: Path) -> Mapping[str, NDArray[Any]]:
    """Return every initializer of the graph by its name."""
    found: dict[str, NDArray[Any]] = {}
    for field, value in _fields(_graph(path)):
        if field == _INITIALIZER:
            cells = list(_fields(value))
            one = {number: content for number, content in cells if number != _DIMS}
            shape = [content for number, content in cells if number == _DIMS]
            if one[_TYPE] in _DTYPES:
                found[one[_NAME].decode()] = _values(one).reshape(shape)
    return found


def _values(cells: Mapping[int, Any]) -> NDArray[Any]:
    """Return a tensor's numbers, flat: they stand as raw bytes, or, when there are few, as packed floats or packed integers."""
    dtype = _DTYPES[cells[_TYPE]]
    if _RAW in cells:
        return np.frombuffer(cells[_RAW], dtype=dtype)
    if _FLOATS in cells:
        return np.frombuffer(cells[_FLOATS], dtype=np.float32)
    packed, numbers, at = cells.get(_INTEGERS, b""), [], 0
    if isinstance(packed, int):
        return np.array([packed], dtype=dtype)
    while at < len(packed):
        number, at = _varint(packed, at)
        numbers.append(number)
    return np.array(numbers, dtype=dtype)


def read_products(path: Path) -> Mapping[str, NDArray[np.float32]]:
    """Return the weights of every integer product as floats, by the name of the layer that it computes (``layer.3/output/dense``)."""
    tensors = read_tensors(path)
    found: dict[str, NDArray[np.float32]] = {}
    for field, value in _fields(_graph(path)):
        if field != _NODE:
            continue
        cells = list(_fields(value))
        if next((content for number, content in cells if number == _OP), b"") != b"MatMulInteger":
            continue
        weight = [content.decode() for number, content in cells if number == _INPUT][1]
        output = next(content.decode() for number, content in cells if number == _OUTPUT)
        stem = weight.removesuffix("_quantized")
        zero, scale = tensors[stem + "_zero_point"], tensors[stem + "_scale"]
        name = output.removeprefix("/encoder/").split("/MatMul")[0]
        found[name] = ((tensors[weight].astype(np.float32) - zero.astype(np.float32)) * scale).astype(np.float32)
    return found
