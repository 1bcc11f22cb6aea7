"""A picture, or one page of a PDF that is a picture, decoded within limits: never before its size is known."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from data.errors import DamagedFile
from data.readers.faults import BROKEN_RECORDS
from data.readers.limits import SCAN_PAGES, SCAN_PIXELS

Picture = NDArray[np.uint8]  # height × width × (red, green, blue)

FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
LONG_SIDE = 3400  # pixels: A4 at 290 dots per inch; more only costs time
SHORT_SIDE = 2200  # pixels of the long side, below which a picture is enlarged: lines one pixel apart would touch
DOTS = 220 / 72  # of a page of a PDF, per point


def pictures_of(name: str, content: bytes) -> Iterator[Picture]:
    """The pages of a picture file, upright as the camera says. Raises DamagedFile and LimitPassed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is odd in a picture is none of the reader's business
            with Image.open(BytesIO(content), formats=FORMATS) as picture:
                yield from frames_of(name, picture)
    except Image.DecompressionBombError as error:
        SCAN_PIXELS.check(name, SCAN_PIXELS.ceiling + 1)
        raise DamagedFile(name, reason=BROKEN_RECORDS) from error
    except (OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError, OverflowError) as error:
        # What the decoders raise for broken pictures.
        raise DamagedFile(name, reason=BROKEN_RECORDS) from error


def frames_of(name: str, picture: Image.Image) -> Iterator[Picture]:
    for number in range(SCAN_PAGES.most + 1):
        try:
            picture.seek(number)
        except EOFError:
            return
        SCAN_PAGES.check(name, number + 1)
        SCAN_PIXELS.check(name, picture.width * picture.height)
        yield shown(picture)


def shown(picture: Image.Image) -> Picture:
    """In colours on white paper, in a size in which characters are about 30 pixels high."""
    picture.draft("RGB", (LONG_SIDE, LONG_SIDE))  # a JPEG decodes in half its size where that is enough
    upright = ImageOps.exif_transpose(picture)
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        layer = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer)
    if upright.mode.startswith("I") or upright.mode == "F":
        upright = eight_bits(upright)
    return np.asarray(sized(upright.convert("RGB")), dtype=np.uint8)


def eight_bits(picture: Image.Image) -> Image.Image:
    """Sixteen bits of grey as eight: a plain conversion would cut instead of scale."""
    grey = np.asarray(picture, dtype=np.float64)
    return Image.fromarray((grey * (255 / max(float(grey.max()), 1.0))).astype(np.uint8))


def sized(picture: Image.Image) -> Image.Image:
    longest = max(picture.size)
    scale = min(LONG_SIDE / longest, max(1.0, SHORT_SIDE / longest))
    if scale == 1:
        return picture
    way = Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.BOX
    return picture.resize((max(1, round(picture.width * scale)), max(1, round(picture.height * scale))), way)


def rendered(page: Any) -> Picture:
    """One page of a PDF as pypdfium2 draws it."""
    width, height = page.get_size()
    bitmap = page.render(scale=min(DOTS, LONG_SIDE / max(width, height, 1)))
    return np.asarray(sized(bitmap.to_pil().convert("RGB")), dtype=np.uint8)
