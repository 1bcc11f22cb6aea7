"""One section of the settings file."""

from pydantic import BaseModel, ConfigDict

from data.texts.punctuation import printed


class Section(BaseModel):
    """Options that belong together. Each has a `description` in both languages, parted by " · ".

    The description says what may be written, for it is what a person reads when something else was.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


def spoken(description: str | None, language: str) -> str:
    """The half of a description that is written in `language`."""
    chinese, _, english = (description or "").partition(" · ")
    return english if language == "en" and english else printed(chinese)
