"""One import as it goes: what the store knows already, what each file adds, and the rows that come of it."""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

from data.facts import Filed, Original, Refused, insert_evaluations, insert_originals, insert_refused
from data.file_read import FileRead, FormRead

FORMS_IN_MEMORY = 500

Key = tuple[int, str, str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """A form that is in force."""

    evaluation: int
    version: int
    document: str
    content: str


@dataclass(frozen=True, slots=True)
class Added:
    """What one document added: its new forms, and how many of them correct an earlier one."""

    forms: int
    versions: int


class Import:
    """Takes files one by one and writes what they add into the generation being built, catalogue `facts`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.now = datetime.now(UTC).replace(tzinfo=None)
        self.standing: dict[Key, list[Standing]] = {}
        self.contents: set[str] = set()
        self.next = 1
        self.remember_forms()
        self.documents = {row[0] for row in connection.execute("select document from facts.document").fetchall()}
        self.refusals: dict[str, str] = dict(connection.execute("select name, text from facts.refused").fetchall())
        self.gone: list[str] = []  # names whose earlier refusal holds no more
        self.originals: list[Original] = []
        self.filed: list[Filed] = []
        self.superseded: dict[int, int] = {}
        self.refused: list[Refused] = []
        self.changed = False

    def remember_forms(self) -> None:
        """Learn from the last generation which forms there are, and which are in force."""
        columns = "evaluation, version, document, content, superseded_by, year, department, unit, project"
        rows = self.connection.execute(f"select {columns} from facts.evaluation").fetchall()
        for evaluation, version, document, content, superseded_by, *who in rows:
            self.contents.add(content)
            self.next = max(self.next, evaluation + 1)
            key = identity(*who)
            if key and superseded_by is None:
                self.standing.setdefault(key, []).append(Standing(evaluation, version, document, content))

    def refuse(self, read: FileRead) -> None:
        """Keep why a file was refused, once; another reason takes the place of the earlier one."""
        name = read.file.name
        if self.refusals.get(name) == read.text:
            return
        self.forget_refusal(name)
        self.refusals[name] = read.text
        self.refused.append(Refused(name, read.place, read.code, read.text, self.now))

    def forget_refusal(self, name: str) -> None:
        """What was refused under this name can be read now, or is refused for another reason."""
        if self.refusals.pop(name, None) is not None:
            self.gone.append(name)

    def add_document(self, read: FileRead) -> Added:
        """File the forms of one document that are new."""
        self.documents.add(read.sha256)
        self.originals.append(Original(read.sha256, read.file.file_name, self.now, read.reader))
        beside = frozenset(one.content for one in read.forms)
        new = (one for one in read.forms if one.content not in self.contents)
        corrections = [self.add_form(one, read.sha256, beside) for one in new]
        if len(self.filed) >= FORMS_IN_MEMORY:
            self.write()
        return Added(len(corrections), sum(corrections))

    def add_form(self, read: FormRead, document: str, beside: frozenset[str]) -> bool:
        """File a new form; True when it corrects an earlier one.

        Twice in one document is no correction: both stay, and a finding says so. Nor does a form correct another
        that the same document repeats unchanged (`beside`).
        """
        self.contents.add(read.content)
        form = read.form
        key = identity(form.year, form.department, form.unit, form.project)
        standing = self.standing.get(key, []) if key else []
        corrected = [one for one in standing if one.document != document and one.content not in beside]
        version = max((one.version for one in corrected), default=0) + 1
        self.superseded |= {one.evaluation: self.next for one in corrected}
        self.filed.append(Filed(self.next, document, version, None, read.content, form))
        if key:
            stays = [one for one in standing if one not in corrected]
            self.standing[key] = [*stays, Standing(self.next, version, document, read.content)]
        self.next += 1
        return bool(corrected)

    def write(self) -> None:
        """Write what was collected so far."""
        self.changed |= bool(self.originals or self.refused or self.gone)
        insert_originals(self.connection, "facts", self.originals)
        insert_evaluations(self.connection, "facts", self.filed)
        self.supersede()
        for name in self.gone:
            self.connection.execute("delete from facts.refused where name = ?", [name])
        insert_refused(self.connection, "facts", self.refused)
        for written in (self.originals, self.filed, self.superseded, self.gone, self.refused):
            written.clear()

    def supersede(self) -> None:
        """Mark in the rows written so far which form corrects them."""
        pairs = "(select unnest(?) as old, unnest(?) as new)"
        sql = f"update facts.evaluation set superseded_by = new from {pairs} where evaluation = old"
        if self.superseded:
            self.connection.execute(sql, [list(self.superseded), list(self.superseded.values())])


def identity(year: int | None, department: str | None, unit: str | None, project: str | None) -> Key | None:
    """Which project of which year a form is about; None where it does not say so: then it corrects nothing.

    The unit belongs to it: many schools of one bureau file a project of the same name. A blank unit is the department.
    """
    who = department or unit
    if year is None or not who or not project:
        return None
    return year, folded(who), folded(unit or who), folded(project)


def folded(name: str) -> str:
    """A name without what typing differs in: widths and white space."""
    return "".join(unicodedata.normalize("NFKC", name).split())
