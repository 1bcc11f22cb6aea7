"""The one place where a page's faults are caught and said in a sentence."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from data.errors import Fault, StoreEmpty
from data.logs import note
from pages.shared.language import language, t
from pages.shared.say import plain


@contextmanager
def guarded() -> Iterator[None]:
    """Show a fault as its own sentence; anything else calmly, with a reference that stands in the log too."""
    try:
        yield
    except StoreEmpty as fault:
        st.info(plain(fault.sentence(language())), icon=":material/upload_file:")
    except Fault as fault:
        note("page_refused", logging.WARNING, code=fault.code)
        st.error(plain(fault.sentence(language())), icon=":material/error:")
    except Exception:
        reference = secrets.token_hex(4)
        note("page_failed", logging.ERROR, failed=True, reference=reference)
        sentence = t("本页没有显示完整。请刷新再试;仍不行时,请把编号 {reference} 告诉管理员。", reference=reference)
        st.error(sentence, icon=":material/error:")
