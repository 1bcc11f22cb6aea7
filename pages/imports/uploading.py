"""The upload box: files to a folder of their own, into the store or only checked, with progress and a cancel."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from data.file_list import list_files
from data.load import Batch, LoadReport, load_paths
from pages.imports import words
from pages.imports.own import show_ways_back
from pages.shared.language import t
from pages.shared.say import plain
from pages.shared.store import known, store
from pages.shared.tables import show_table
from pages.shared.uploads import save
from pages.shared.visitor import visitor

REPORT, RUNNING, ROUND = "import_report", "import_running", "import_round"


def show() -> None:
    """The box, and what became of the last upload of this visit."""
    if st.session_state.pop(RUNNING, False):
        st.warning(plain(words.cancelled()), icon=":material/cancel:")
    files = choose_files()
    show_ways_back(files)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        year = st.number_input(
            t("本批次年度(可不填)"), 2000, 2099, None, width=190, help=t("表内年度与此不同的自评表将待确认。")
        )
        department = st.selectbox(
            t("本批次部门(可不填)"),
            known().departments,
            None,
            width=260,
            accept_new_options=True,
            placeholder=t("选择或输入"),
            help=t("表内部门与此不同的自评表将待确认;表内没有写部门的按此填写。"),
        )
        load = st.button(t("导入"), type="primary", icon=":material/upload:", disabled=not files)
        check = st.button(t("只检查"), icon=":material/rule:", disabled=not files, help=t("读取并报告结果,不入库。"))
    if load or check:
        run(files, Batch(year, department, visitor()), only_check=check)
    show_report()


def choose_files() -> Sequence[Any]:
    """The files chosen; after an import the box is empty again."""
    return st.file_uploader(
        t("把文件、压缩包拖到这里,或点击选择"),
        accept_multiple_files=True,
        key=f"upload_{st.session_state.get(ROUND, 0)}",
        help=t("支持 xlsx、xls、et、ods、docx、doc、pdf、html、csv、txt,以及含有这些文件的 zip。"),
    )


def run(files: Sequence[Any], batch: Batch, only_check: bool) -> None:
    """Read the files. A click on cancel ends this run of the script at its next step, and nothing is stored."""
    st.session_state[RUNNING] = True
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        saved = save(files, Path(folder))
        total = sum(1 for _ in list_files(saved))
        bar, done = st.progress(0.0, t("正在读取 {n} 个文件", n=total)), [0]
        st.button(t("取消"), icon=":material/close:", key="import_cancel")

        def progress(step: int) -> None:
            done[0] += step
            bar.progress(done[0] / total, t("已读取 {n} / {total}", n=done[0], total=total))

        try:
            report = load_paths(saved, store(), progress, batch, only_check=only_check)
        except Exception:
            del st.session_state[RUNNING]
            raise
    del st.session_state[RUNNING]
    st.session_state[REPORT] = report, not only_check
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + (not only_check)
    st.rerun()


def show_report() -> None:
    """What became of the last upload, file by file."""
    if REPORT not in st.session_state:
        return
    report, stored = st.session_state[REPORT]
    whole: LoadReport = report
    say = st.success if not (whole.rejected or whole.held) else st.warning
    say(plain(words.summary(whole, stored)), icon=":material/task_alt:" if stored else ":material/rule:")
    told = words.result(whole)
    show_table(told, words.RESULT, f"imports_result_{told.fingerprint()}", words.result_title())
