"""One import as it goes: what the store knows already, what each file adds, and the rows that come of it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import duckdb

from data.facts import Filed, Original, Refused, content_digest, insert_evaluations, insert_originals, insert_refused
from data.file_read import FileRead
from data.records import Evaluation

Key = tuple[int | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """The version of a project that is in force."""

    evaluation: int
    version: int
    document: str


class Import:
    """Takes files one by one and collects rows; `store_rows` writes them."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.now = datetime.now(UTC).replace(tzinfo=None)
        rows = connection.execute("select evaluation, year, department, project, version, document, content, superseded_by from evaluation")
        self.standing: dict[Key, Standing] = {}
        self.contents: set[str] = set()
        self.next = 1
        for evaluation, year, department, project, version, document, content, superseded_by in rows.fetchall():
            self.contents.add(content)
            self.next = max(self.next, evaluation + 1)
            if superseded_by is None:
                self.standing[year, department, project] = Standing(evaluation, version, document)
        self.documents = {row[0] for row in connection.execute("select document from document").fetchall()}
        self.refusals = set(connection.execute("select name, text from refused").fetchall())
        self.originals: list[Original] = []
        self.filed: dict[int, Filed] = {}
        self.superseded: dict[int, int] = {}
        self.refused: list[Refused] = []

    def refuse(self, read: FileRead) -> None:
        if (read.path.name, read.text) not in self.refusals:
            self.refusals.add((read.path.name, read.text))
            self.refused.append(Refused(read.path.name, read.place, read.code, read.text, self.now))

    def add_document(self, read: FileRead) -> int:
        """File the forms of one document that are new; gives their number."""
        self.documents.add(read.sha256)
        self.originals.append(Original(read.sha256, read.path.name, self.now, read.reader))
        return sum(self.add_form(form, read.sha256) for form in read.forms)

    def add_form(self, form: Evaluation, document: str) -> bool:
        content = content_digest(form)
        if content in self.contents:
            return False
        self.contents.add(content)
        key = (form.year, form.department, form.project)
        before = self.standing.get(key) if None not in (form.year, form.project) else None
        # Twice in one file is no correction: both stay, and a finding says so.
        corrects = before is not None and before.document != document
        version = before.version + 1 if before and corrects else 1
        self.filed[self.next] = Filed(self.next, document, version, None, content, form)
        if before and corrects:
            self.supersede(before.evaluation)
        self.standing[key] = Standing(self.next, version, document)
        self.next += 1
        return True

    def supersede(self, evaluation: int) -> None:
        if evaluation in self.filed:
            self.filed[evaluation] = replace(self.filed[evaluation], superseded_by=self.next)
        else:
            self.superseded[evaluation] = self.next

    def store_rows(self) -> bool:
        """Write what was collected into the generation being built; False when there was nothing new."""
        if not (self.originals or self.refused):
            return False
        run = self.connection
        insert_originals(run, "facts", self.originals)
        insert_evaluations(run, "facts", list(self.filed.values()))
        for evaluation, by in self.superseded.items():
            run.execute("update evaluation set superseded_by = ? where evaluation = ?", [by, evaluation])
        # A file that was refused once and can be read now is no longer missing.
        run.execute("delete from refused where name in (select name from document)")
        insert_refused(run, "facts", self.refused)
        return True
