"""The codebook as data: PLOVER and CAMEO, topics, word lists, and the frames that say which words evoke what.

Everything is a TOML or CSV file beside the module that loads it; `README.md` in this folder says how to read and change them. Loaders
check what they load and raise `dragoman.errors.DataFileError` with file, line and problem.

Codes and scores of PLOVER come from its manual (Open Event Data Alliance, CC BY-SA 4.0); the definitions are our own words.
"""

from dragoman.codebook.frame import Complement, Frame, FrameTrigger, TriggerKind
from dragoman.codebook.frames import Frames, load_frames, read_frames, version
from dragoman.codebook.inflection import noun_forms, verb_forms
from dragoman.codebook.plover import (
    CameoCode,
    PloverType,
    cameo_code,
    contexts,
    goldstein,
    kind_values,
    plover_types,
    quad_class,
    refine_cameo,
    sectors,
)
from dragoman.codebook.sector_words import sector_of
from dragoman.codebook.topics import topics, topics_of
from dragoman.codebook.word_lists import word_list, word_lists

__all__ = [
    "CameoCode",
    "Complement",
    "Frame",
    "FrameTrigger",
    "Frames",
    "PloverType",
    "TriggerKind",
    "cameo_code",
    "contexts",
    "goldstein",
    "kind_values",
    "load_frames",
    "noun_forms",
    "plover_types",
    "quad_class",
    "read_frames",
    "refine_cameo",
    "sector_of",
    "sectors",
    "topics",
    "topics_of",
    "verb_forms",
    "version",
    "word_list",
    "word_lists",
]
