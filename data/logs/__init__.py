"""The log: JSON lines that say what happened, and never about whom.

It is the standard library's logging with a small formatter, not a library of its own kind: Streamlit and uvicorn write
to the standard one already, so one handler catches them all, and rotation is there. What keeps names and cell texts
out is a list of what may be written, and no library has that list.
"""

from data.logs.note import note
from data.logs.setup import Where, as_set, begin

__all__ = ["Where", "as_set", "begin", "note"]
