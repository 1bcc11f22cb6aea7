"""Formats that are known and not read, and the ways in which a file is damaged: each with its own sentence."""

from data.errors import UnknownFormat
from data.texts import mark

BROKEN_ARCHIVE = mark("压缩结构不完整")
BROKEN_XML = mark("内部文件无法解析")
DOCTYPE_FOUND = mark("内部文件含有不允许的 DOCTYPE 声明")
PART_MISSING = mark("缺少必要的内部文件")
BROKEN_RECORDS = mark("内部记录不完整")
NOT_CONVERTED = mark("LibreOffice 无法转换")
BAD_REFERENCE = mark("单元格引用不正确")
BAD_ENCODING = mark("文字编码不正确")


class OldWorkbook(UnknownFormat):
    """Excel 97-2003, .xls or .et."""

    text = mark("《{name}》是旧版 Excel 文件(.xls),请在 Excel 或 WPS 中另存为 .xlsx 后再上传。")


class OldDocument(UnknownFormat):
    """Word 97-2003, .doc or .wps."""

    text = mark("《{name}》是旧版 Word 文件(.doc),请在 Word 或 WPS 中另存为 .docx 后再上传。")


class BinaryWorkbook(UnknownFormat):
    """Excel binary workbook, .xlsb."""

    text = mark("《{name}》是二进制工作簿(.xlsb),请另存为 .xlsx 后再上传。")


class OpenDocument(UnknownFormat):
    """OpenDocument, .ods or .odt."""

    text = mark("《{name}》是 OpenDocument 文件,请另存为 .xlsx 后再上传。")


class Presentation(UnknownFormat):
    """PowerPoint, .pptx."""

    text = mark("《{name}》是演示文稿(.pptx),请上传自评表的 .xlsx 文件。")


class Archive(UnknownFormat):
    """A packed folder, not a workbook."""

    text = mark("《{name}》是压缩包,请解压后逐个读取,或整个文件夹一起读取。")


class ScannedDocument(UnknownFormat):
    """A PDF of pictures, without text."""

    text = mark("《{name}》是扫描件,其中没有可以读取的文字,请上传自评表的 .xlsx 原件。")


class NotReadHere(UnknownFormat):
    """A scan or picture, on a machine without the extra that recognises characters."""

    text = mark(
        "《{name}》是扫描件或图片,本机尚未安装文字识别组件,无法读取。"
        "请管理员安装识别组件(scan)后重新导入,或上传自评表的 .xlsx 原件。"
    )


class NothingRecognised(UnknownFormat):
    """A picture in which no text was found."""

    text = mark("《{name}》的图片中没有识别出文字,请以 200-300 dpi 重新扫描,或上传自评表的 .xlsx 原件。")


class Picture(UnknownFormat):
    """A picture of a kind that is not read."""

    text = mark("《{name}》是图片,其格式无法读取,请另存为 .png 或 .jpg,或上传自评表的 .xlsx 原件。")


class TwoKinds(UnknownFormat):
    """A package that says it is a workbook and a document too: reading one of them would lose the other."""

    text = mark("《{name}》同时含有工作簿和文档,无法判断以哪个为准,请在原软件中打开并另存为 .xlsx 后再上传。")


class RichText(UnknownFormat):
    """RTF."""

    text = mark("《{name}》是 RTF 文件,请在 Word 或 WPS 中另存为 .docx 后再上传。")


class WebPage(UnknownFormat):
    """HTML or XML, sometimes with the suffix .xls."""

    text = mark("《{name}》是网页或 XML 文件,请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。")
