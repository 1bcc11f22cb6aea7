"""Characters recognised in a strip of one line, each with how sure that is. Nothing is asked of any network."""

import importlib.util
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnxruntime

from data.readers.scan_ink import Plane

PACKAGE, MODEL = "rapidocr", "*_rec_*.onnx"
HEIGHT = 48  # pixels: what the model was made for
LEAST_WIDTH = 48
MARGIN = 0.12  # of the height, white around a strip
NARROW = 0.8  # of the height, for the second look
GAP = re.compile(r"(?<![A-Za-z]) | (?![A-Za-z])")
THREADS = 1  # several files may be read at once


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, and how sure each of its characters is (0-1)."""

    text: str
    sure: tuple[float, ...]


@lru_cache(maxsize=1)
def recogniser() -> tuple[Any, str, list[str]]:
    """The model with the name of its input and its characters: the first is "none"."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = THREADS
    options.enable_cpu_mem_arena = False  # it would keep the largest strip's memory for ever
    options.log_severity_level = 4
    model = onnxruntime.InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])
    characters = model.get_modelmeta().custom_metadata_map["character"].splitlines()
    return model, model.get_inputs()[0].name, ["", *characters, " "]


def model_path() -> Path:
    """The package is not imported: all that is wanted of it is the file."""
    found = importlib.util.find_spec(PACKAGE)
    assert found is not None
    assert found.submodule_search_locations
    return min(Path(found.submodule_search_locations[0], "models").glob(MODEL))


def recognise(strip: Plane, height: int = HEIGHT) -> Reading:
    """What stands in a strip, black on white. `height` is that of the strip within the model's height."""
    model, name, characters = recogniser()
    (odds,) = model.run(None, {name: prepared(strip, height)})
    best, sure = odds[0].argmax(axis=1), odds[0].max(axis=1)
    text, surely = "", []
    for step, (character, share) in enumerate(zip(best, sure, strict=True)):
        if character and (step == 0 or character != best[step - 1]):
            text += characters[character]
            surely.append(float(share))
        elif character:
            surely[-1] = max(surely[-1], float(share))
    return without_gaps(Reading(text, tuple(surely)))


def without_gaps(reading: Reading) -> Reading:
    """Without the spaces that the model sees between Chinese and figures; those between Latin words stay."""
    gaps = {found.start() for found in GAP.finditer(reading.text)}
    kept = [place for place in range(len(reading.text)) if place not in gaps]
    return Reading("".join(reading.text[place] for place in kept), tuple(reading.sure[place] for place in kept))


def prepared(strip: Plane, height: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    margin = round(strip.shape[0] * MARGIN)
    framed = cv2.copyMakeBorder(strip, margin, margin, margin * 2, margin * 2, cv2.BORDER_CONSTANT, value=(255,))
    width = max(1, round(framed.shape[1] * height / framed.shape[0]))
    way = cv2.INTER_AREA if framed.shape[0] > height else cv2.INTER_CUBIC
    scaled = cv2.resize(framed, (width, height), interpolation=way)
    canvas = np.full((HEIGHT, max(width, LEAST_WIDTH)), 255, np.uint8)
    top = (HEIGHT - height) // 2
    canvas[top : top + height, :width] = scaled
    plane = (canvas.astype(np.float32) / 255 - 0.5) / 0.5
    return np.repeat(plane[None, None], 3, axis=1)


def second_look(strip: Plane) -> Reading:
    """The same strip smaller within the model's height: a sure text stays the same."""
    return recognise(strip, round(HEIGHT * NARROW))
