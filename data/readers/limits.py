"""What a file may cost before it is refused: one row per limit, with the sentence that says so."""

from dataclasses import dataclass

from data.errors import TooLarge
from data.texts import mark

MEGABYTE = 1024 * 1024


class LimitPassed(TooLarge):
    """One of the limits below was passed; the sentence is that limit's own."""

    def __init__(self, name: str, text: str, limit: int) -> None:
        self.text = text
        super().__init__(name, limit=limit)

    def __reduce__(self) -> tuple[type["LimitPassed"], tuple[str, str, object]]:
        return LimitPassed, (self.name, self.text, self.operands["limit"])


@dataclass(frozen=True, slots=True)
class Limit:
    """`most` in units of `unit`; `check` raises when `count` (in single units) is above it."""

    most: int
    text: str
    unit: int = 1

    @property
    def ceiling(self) -> int:
        return self.most * self.unit

    def check(self, name: str, count: int) -> None:
        if count > self.ceiling:
            raise LimitPassed(name, self.text, self.most)


FILE_BYTES = Limit(32, mark("《{name}》超过 {limit} MB,超出读取上限。请删去图片或拆分后再上传。"), MEGABYTE)
TEXT_BYTES = Limit(8, mark("《{name}》文本超过 {limit} MB,超出读取上限。请拆分后再上传。"), MEGABYTE)
ARCHIVE_ENTRIES = Limit(20_000, mark("《{name}》压缩包内文件超过 {limit} 个,超出读取上限。请分成几个压缩包。"))
ARCHIVE_BYTES = Limit(4096, mark("《{name}》压缩包解压后超过 {limit} MB,超出读取上限。请分成几个压缩包。"), MEGABYTE)
ARCHIVE_DEPTH = Limit(3, mark("《{name}》压缩包嵌套超过 {limit} 层,未予读取。请解压后再上传。"))
ENTRIES = Limit(4000, mark("《{name}》内部文件超过 {limit} 个,超出读取上限。请另存为新的 .xlsx 后再上传。"))
UNPACKED_BYTES = Limit(
    160, mark("《{name}》解压后超过 {limit} MB,超出读取上限。请另存为新的 .xlsx 后再上传。"), MEGABYTE
)
RATIO = Limit(400, mark("《{name}》压缩比超过 {limit} 倍,疑似压缩炸弹,未予读取。请另存为新的 .xlsx 后再上传。"))
SHEETS = Limit(200, mark("《{name}》工作表超过 {limit} 张,超出读取上限。请拆分后再上传。"))
PAGES = Limit(80, mark("《{name}》超过 {limit} 页,超出读取上限。请只保留自评表所在的页。"))
PAGE_OBJECTS = Limit(150_000, mark("《{name}》一页内的文字和线条超过 {limit} 个,无法读取。请上传自评表的 .xlsx 原件。"))
SCAN_PAGES = Limit(20, mark("《{name}》扫描页或图片超过 {limit} 页,超出识别上限。请只保留自评表所在的页。"))
SCAN_PIXELS = Limit(
    80, mark("《{name}》一页图片超过 {limit} 百万像素,超出识别上限。请以 200-300 dpi 重新扫描。"), 1_000_000
)
CELLS = Limit(200_000, mark("《{name}》有内容的单元格超过 {limit} 个,超出读取上限。请拆分后再上传。"))
MERGES = Limit(20_000, mark("《{name}》合并单元格超过 {limit} 处,超出读取上限。请拆分后再上传。"))
OVERLAPS = Limit(500, mark("《{name}》同一行上重叠的合并单元格超过 {limit} 处,无法读取。请在原软件中另存后再上传。"))

# What the reading process may take for one file.
READING_SECONDS = 90
SCANNING_SECONDS = 300  # recognition takes 4 seconds a page, several times that where others work too
SCANNED = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp")
CONVERTING_SECONDS = 60  # LibreOffice, with the file
READING_BYTES = 2048 * MEGABYTE


def reading_seconds(name: str) -> int:
    """How long a file may take. By its suffix: whoever waits has not opened it."""
    return SCANNING_SECONDS if name.lower().endswith(SCANNED) else READING_SECONDS


# Small parts may be packed tightly without any harm; the ratio counts from this size on.
RATIO_FROM_BYTES = MEGABYTE
