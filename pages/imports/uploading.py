"""The upload box: files to a folder of their own, into the store or only checked, with progress and a cancel."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from data.errors import Fault
from data.file_list import list_files
from data.load import Batch, LoadReport, load_paths
from data.texts import mark
from pages.imports import result
from pages.imports.acting import Told, put_away, tell
from pages.imports.blank import blank_link
from pages.imports.own import show_ways_back
from pages.shared.language import t
from pages.shared.store import known, store
from pages.shared.uploads import save

RUNNING, ROUND, FOLDER = "import_running", "import_round", "import_folder"


@dataclass(slots=True)
class Running:
    """An upload under way. A click ends the run of the script at any step: what `report` says by then has happened."""

    only_check: bool
    report: LoadReport | None = None


def show() -> None:
    """The box, and the link to the form that departments are to fill in."""
    interrupted: Running | None = st.session_state.pop(RUNNING, None)
    files = choose_files()
    show_ways_back(files)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        year = st.number_input(
            t("本批次年度(可不填)"), 2000, 2099, None, width=220, help=t("表内年度与此不同的自评表将待确认。")
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
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.toggle(t("选择整个文件夹"), key=FOLDER)
        blank_link(year, department)
    again = files and (load or check)  # a second click on the same button starts anew what it interrupted
    if interrupted is not None and (interrupted.report or not again):
        settle(interrupted)
        st.rerun()
    if again:
        run(files, Batch(year, department), Running(check))


def choose_files() -> Sequence[Any]:
    """The files chosen, or all of a folder; after an import the box is empty again."""
    whole = st.session_state.get(FOLDER, False)
    return st.file_uploader(
        t("把文件夹拖到这里,或点击选择") if whole else t("把文件、压缩包拖到这里,或点击选择"),
        accept_multiple_files="directory" if whole else True,
        key=f"upload_{'folder' if whole else 'files'}_{st.session_state.get(ROUND, 0)}",
        help=t("支持 xlsx、xls、et、ods、docx、doc、pdf、html、csv、txt,以及含有这些文件的 zip。"),
    )


def run(files: Sequence[Any], batch: Batch, running: Running) -> None:
    """Read the files. A click on cancel ends this run of the script at its next step, and nothing is stored."""
    st.session_state[RUNNING] = running
    try:
        running.report = read(files, batch, running.only_check)
    except Fault as fault:
        st.session_state.pop(RUNNING)
        tell(Told(fault=fault.told()))
    except Exception:
        st.session_state.pop(RUNNING)
        raise
    else:
        settle(st.session_state.pop(RUNNING))
    st.rerun()


def read(files: Sequence[Any], batch: Batch, only_check: bool) -> LoadReport:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        saved = save(files, Path(folder))
        total = sum(1 for _ in list_files(saved))
        bar, done = st.progress(0.0, t("正在读取 {n} 个文件", n=total)), [0]
        st.button(t("取消"), icon=":material/close:", key="import_cancel")

        def progress(step: int) -> None:
            done[0] += step
            last = done[0] == total
            words_ = t("已读取 {n} / {total}", n=done[0], total=total) if not last else t("已读完,正在核对")
            bar.progress(done[0] / total, words_)

        return load_paths(saved, store(), progress, batch, only_check=only_check)


def settle(running: Running) -> None:
    """Keep what became of an upload for the runs that follow. What was published before a cancel stays."""
    if running.report is None:
        tell(Told(mark("上一次导入没有完成(已取消),数据没有变化。"), caution=True))
        return
    put_away()
    result.keep(running.report, stored=not running.only_check)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + (not running.only_check)
