"""Every form with its marks as a workbook. Originals are read in a process of their own, one after the other."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, partial

from analytics.exports.form_workbook import form_workbook
from analytics.exports.table import ExportMeta
from analytics.places import cells_of
from analytics.reports.files.maker import Made, Maker
from analytics.reports.marked import marked_form
from analytics.reports.rows import fetch_rows
from analytics.reports.word import file_name
from data.documents import Cell, Document
from data.worker import Worker

NAMES = ("evaluation", "document", "document_name", "place", "project", "department")


def form_files(maker: Maker) -> Iterator[Made]:
    """One file per form, in a folder for each department. The reading process ends with the last one."""
    forms = fetch_rows(maker.session, "project_summary", "department, project, evaluation", maker.wish.year)
    with Worker() as worker:
        originals = Originals(maker, worker)
        for evaluation, document, name, place, project, who in forms.pick(*NAMES):
            if who in maker.wish.departments:
                title = file_name(project or "—")
                meta = maker.titled(project or "—", f"form?evaluation={evaluation}")
                at = (evaluation, document, name or document, place)
                build = partial(form_file, maker, originals, at, meta)
                yield Made(f"{maker.t('自评表')}/{maker.named(who)}/{evaluation}-{title}.xlsx", build)


def form_file(maker: Maker, originals: "Originals", at: tuple[int, str, str, str], meta: ExportMeta) -> bytes:
    cells = originals.cells(*at[1:])
    return form_workbook(marked_form(maker.session, at[0], cells, meta.language), meta)


class Originals:
    """The originals of the store, read again, with what was put right by hand put in."""

    def __init__(self, maker: Maker, worker: Worker) -> None:
        self.maker, self.worker = maker, worker
        self.repairs = fetch_rows(maker.session, "facts.repair", "repaired")
        self.document = lru_cache(maxsize=4)(self._document)  # a file may hold many forms, one behind the other

    def _document(self, sha256: str, name: str) -> Document:
        return self.worker.document(name, self.maker.store.original(sha256))

    def cells(self, sha256: str, name: str, place: str) -> tuple[Cell, ...]:
        """The cells of one form as they count."""
        own = self.repairs.equal("document", sha256)
        said = {cell: text for cell, text in own.pick("cell", "text") if cell}
        cells = cells_of(self.document(sha256, name), place)
        return tuple(replace(one, text=said[one.place]) if one.place in said else one for one in cells)
