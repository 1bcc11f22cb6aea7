"""The settings: one file, jixiao.toml, and above it the environment. Without a file, this machine alone is served.

Each section is a class in a module of its own; a new option needs a default, bounds, and a description.
"""

from functools import lru_cache

from data.settings.reading import read_settings
from data.settings.sections import Settings

__all__ = ["Settings", "read_settings", "settings"]


@lru_cache(maxsize=1)
def settings() -> Settings:
    """What is in force in this process, read once. Raises SettingsWrong and SettingsUnreadable."""
    return read_settings()
