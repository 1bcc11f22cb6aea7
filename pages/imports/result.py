"""What became of the last upload: counted, file by file, and what corrected forms say otherwise."""

from collections import Counter, defaultdict

import streamlit as st

from data.load import LoadReport
from data.waiting import told_all
from pages.imports import corrected, reasons, words
from pages.shared.labels import word
from pages.shared.language import language, t
from pages.shared.reading import show_reading
from pages.shared.say import plain, section
from pages.shared.table import Table
from pages.shared.tables import show_table

REPORT, SHOWN = "import_report", "import_result_shown"
ORDER = ("rejected", "held", "imported", "unchanged")
COLUMNS = ("file", "outcome", "new_forms", "new_held", "why_refused")


def keep(report: LoadReport, stored: bool) -> None:
    """Show this from the next run on."""
    st.session_state[REPORT] = report, stored
    st.session_state[SHOWN] = None


def forget() -> None:
    """What the last upload brought is not in force any more."""
    st.session_state.pop(REPORT, None)


def show() -> None:
    """The last upload of this visit, if there was one."""
    if REPORT not in st.session_state:
        return
    report, stored = st.session_state[REPORT]
    summarise(report, stored)
    show_files(report)
    corrected.show(report.corrected, report.versions, stored)


def summarise(report: LoadReport, stored: bool) -> None:
    """How many files, and what became of them; what is left to do stands in the same box."""
    box = st.success if not (report.rejected or report.held) else st.warning
    sentence = " ".join(words.summary(report, stored))
    box(plain(sentence), icon=":material/task_alt:" if stored else ":material/rule:")


def show_files(report: LoadReport) -> None:
    """The files, those of one outcome alone when asked for; refused ones by their reasons first."""
    files = table(report)
    if refused := [(one.file.name, one.told) for one in report.problems]:
        groups = reasons.grouped(refused)
        section(words.refused_for(len(refused), len(groups)))
        show_reading(groups, reasons.GROUPS, f"imports_why_{groups.fingerprint()}", words.reasons_title())
    section(words.files(len(files)))
    shown = chosen(files)
    show_table(shown, COLUMNS, f"imports_result_{shown.fingerprint()}", words.result_title())


def chosen(files: Table) -> Table:
    """A choice of outcome where there are several."""
    counts = Counter(files.column("outcome"))
    if len(counts) < 2:
        return files
    wanted = st.pills(
        t("只看"),
        [one for one in ORDER if counts[one]],
        format_func=lambda one: f"{word('outcome', one)} {counts[one]}",
        key=SHOWN,
        label_visibility="collapsed",
    )
    return files.narrowed(outcome=wanted)


def table(report: LoadReport) -> Table:
    """One row per file, what needs a person first."""
    waits = why_held(report)
    rows = [
        (
            one.file.name,
            one.outcome,
            one.forms,
            one.held,
            reasons.why(one.told) if one.told else waits.get(one.file.name),
        )
        for one in sorted(report.results, key=lambda one: ORDER.index(one.outcome))
    ]
    return Table("import_result", COLUMNS, tuple(rows))


def why_held(report: LoadReport) -> dict[str, str]:
    """For each file with forms that wait, why they do."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one in report.waiting:
        found[one.path][told_all(one.doubts, language())] = None
    return {path: t(";").join(sentences) for path, sentences in found.items()}
