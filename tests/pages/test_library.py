"""What the browser adds to the library's widgets."""

from pages.shared.language import speaking
from pages.shared.library import AHEAD, ahead, phrases


def test_every_part_is_found_ahead() -> None:
    """A new version of Streamlit that names its files otherwise is noticed here."""
    assert [name.split(".")[0] for name in ahead()] == list(AHEAD)


def test_only_a_chinese_reader_needs_translations() -> None:
    with speaking("zh"):
        assert phrases()["Sort ascending"] == "升序"
    with speaking("en"):
        assert not phrases()
