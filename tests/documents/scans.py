"""Forms as a scanner or a telephone gives them, drawn by code: pages of a grid, then what happens to paper."""

import random
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.documents.make_documents import Grid, extent

FONTS = ("NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc", "NotoSansSC-Regular.otf", "simsun.ttc", "msyh.ttc")
FOLDERS = ("/usr/share/fonts", str(Path.home() / ".fonts"), "C:/Windows/Fonts", "/System/Library/Fonts")
CHINESE = 2  # place in a Noto collection
POINTS = 9
MARGIN, PAD = 0.55, 0.04  # inches, of the page and of a cell
RED = (206, 32, 38)


@lru_cache
def font_path() -> Path | None:
    """A font with Chinese characters, if this machine has one."""
    found = {path.name: path for folder in FOLDERS for path in Path(folder).rglob("*.[to]t[cf]")}
    return next((found[name] for name in FONTS if name in found), None)


def font(size: int) -> ImageFont.FreeTypeFont:
    """Letters as they are written in China: the collection holds those of its neighbours too."""
    path = font_path()
    assert path is not None
    return ImageFont.truetype(str(path), size, index=CHINESE if path.name.endswith("-Regular.ttc") else 0)


def drawn(
    grid: Grid, widths: Sequence[int], dpi: int = 150, paper: tuple[float, float] = (8.27, 11.69)
) -> list[Image.Image]:
    """The pages of a form. `widths` of its columns in any unit, `paper` in inches."""
    return Drawing(grid, widths, dpi, paper).pages()


class Drawing:
    """Rows as high as their texts ask for; rows merged at their left stay together where a page can hold them."""

    def __init__(self, grid: Grid, widths: Sequence[int], dpi: int, paper: tuple[float, float]) -> None:
        self.grid, self.dpi = grid, dpi
        self.size = round(paper[0] * dpi), round(paper[1] * dpi)
        self.font = font(round(POINTS * dpi / 72))
        self.line = round(POINTS * dpi / 72 * 1.35)
        self.pad = round(PAD * dpi)
        share = (self.size[0] - 2 * MARGIN * dpi) / sum(widths[: len(grid[0])])
        self.lefts = [round(MARGIN * dpi + share * sum(widths[:column])) for column in range(len(grid[0]) + 1)]
        self.heights = self.row_heights()

    def cells(self) -> Iterator[tuple[int, int, int, int, list[str]]]:
        for row, line in enumerate(self.grid):
            for column, text in enumerate(line):
                if text not in ("<", "^"):
                    bottom, right = extent(self.grid, row, column)
                    width = self.lefts[right + 1] - self.lefts[column] - 2 * self.pad
                    yield row, column, bottom, right, list(self.wrapped(text, width))

    def wrapped(self, text: str, width: int) -> Iterator[str]:
        for part in text.split("\n"):
            line = ""
            for letter in part:
                if line and self.font.getlength(line + letter) > width:
                    yield line
                    line = ""
                line += letter
            yield line

    def row_heights(self) -> list[int]:
        heights = [self.line + 2 * self.pad] * len(self.grid)
        for row, _, bottom, _, lines in sorted(self.cells(), key=lambda cell: cell[2] - cell[0]):
            needed = len(lines) * self.line + 2 * self.pad
            heights[bottom] += max(0, needed - sum(heights[row : bottom + 1]))
        return heights

    def pages(self) -> list[Image.Image]:
        room = self.size[1] - round(2 * MARGIN * self.dpi)
        pages, first = [], 0
        while first < len(self.grid):
            last = first
            while last + 1 < len(self.grid) and sum(self.heights[first : last + 2]) <= room:
                last += 1
            pages.append(self.page(first, last))
            first = last + 1
        return pages

    def page(self, first: int, last: int) -> Image.Image:
        picture = Image.new("RGB", self.size, "white")
        pen = ImageDraw.Draw(picture)
        thick = max(1, self.dpi // 150)
        for row, column, bottom, right, lines in self.cells():
            if bottom < first or row > last:
                continue
            top = round(MARGIN * self.dpi) + sum(self.heights[first : max(row, first)])
            end = round(MARGIN * self.dpi) + sum(self.heights[first : min(bottom, last) + 1])
            if right - column + 1 < len(self.grid[0]) or row != bottom:  # titles and notes stand outside of the lines
                pen.rectangle((self.lefts[column], top, self.lefts[right + 1], end), outline="black", width=thick)
            if row >= first:
                for number, line in enumerate(lines):
                    at = self.lefts[column] + self.pad, top + self.pad + number * self.line
                    pen.text(at, line, font=self.font, fill="black")
        return picture


def turned(picture: Image.Image, degrees: float) -> Image.Image:
    return picture.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def stamped(picture: Image.Image, at: tuple[float, float] = (0.78, 0.2)) -> Image.Image:
    """A round red stamp, printed over what stands there."""
    size = round(min(picture.size) * 0.19)
    seal = Image.new("L", (size * 4, size * 4))
    pen = ImageDraw.Draw(seal)
    pen.ellipse((12, 12, size * 4 - 12, size * 4 - 12), outline=215, width=size // 8)
    letters = font(size * 4 // 9)
    pen.text((size * 2, size * 4 // 3), "盐池县某局", font=letters, fill=215, anchor="mm")
    pen.text((size * 2, size * 2), "★", font=letters, fill=215, anchor="mm")
    seal = seal.resize((size, size), Image.Resampling.LANCZOS)
    result = picture.copy()
    corner = round(picture.width * at[0] - size / 2), round(picture.height * at[1] - size / 2)
    ink = Image.composite(Image.new("RGB", seal.size, RED), Image.new("RGB", seal.size, "white"), seal)
    under = picture.crop((*corner, corner[0] + size, corner[1] + size))
    mixed = np.minimum(np.asarray(under), np.asarray(ink))  # ink over ink is darker than both
    result.paste(Image.fromarray(mixed), corner)
    return result


def noisy(picture: Image.Image, seed: int = 1) -> Image.Image:
    """Grain of a scanner and a slight blur."""
    grain = np.random.default_rng(seed).normal(0, 9, (picture.height, picture.width, 1))
    blurred = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.5)), dtype=np.float64)
    return Image.fromarray(np.clip(blurred * 0.9 + 18 + grain, 0, 255).astype(np.uint8))


def compressed(picture: Image.Image, quality: int = 55) -> Image.Image:
    raw = BytesIO()
    picture.save(raw, "JPEG", quality=quality)
    return Image.open(raw).convert("RGB")


def shaded(picture: Image.Image) -> Image.Image:
    """Light from one side, as on a photograph by a window."""
    height, width = picture.height, picture.width
    light = np.linspace(1, 0.5, width)[None, :] * np.linspace(1, 0.85, height)[:, None]
    return Image.fromarray((np.asarray(picture) * light[:, :, None]).astype(np.uint8))


def dusty(picture: Image.Image, seed: int = 2) -> Image.Image:
    result, chance = picture.copy(), random.Random(seed)
    pen = ImageDraw.Draw(result)
    for _ in range(400):
        x, y = chance.randrange(picture.width), chance.randrange(picture.height)
        pen.point((x, y), fill="black")
    return result


def saved(pictures: Sequence[Image.Image], kind: str = "TIFF", dpi: int = 150) -> bytes:
    """All pages as one file: TIFF or PDF; PNG, JPEG and BMP hold one."""
    raw = BytesIO()
    options: dict[str, dict[str, object]] = {
        "TIFF": {"save_all": True, "append_images": list(pictures[1:]), "compression": "tiff_deflate"},
        "PDF": {"save_all": True, "append_images": list(pictures[1:]), "resolution": dpi},
    }
    pictures[0].save(raw, kind, **options.get(kind, {}))
    return raw.getvalue()
