"""One import as it goes: what the store knows already, what each file adds, and the rows that come of it.

Every public method is one act. The same acts over the same originals give the same rows, whenever they are done.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import duckdb

from data.acts import Act, Confirmed, Declined, Forgotten, Received, Registered, Repair
from data.facts import (
    Filed,
    Original,
    Refused,
    insert_evaluations,
    insert_originals,
    insert_records,
    insert_refused,
    insert_repeated,
)
from data.file_read import FileRead, FormRead
from data.holding import reasons_to_hold
from data.records import Evaluation
from data.registry.resolve import Names
from data.registry.rows import KINDS, Replaced, current_names, replace_rows
from data.repairs import FormUnknown, by_batch, restated
from data.versions import settle_versions

FORMS_IN_MEMORY = 500


@dataclass(frozen=True, slots=True)
class Added:
    """What one document added: its new forms, and how many of them wait for a person."""

    forms: int
    held: int


class Import:
    """Takes acts one by one and writes what they change into the generation being built, catalogue `facts`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, after: int = 0) -> None:
        """New forms are numbered on from those that are there, from those `after` that number where there are none."""
        self.connection = connection
        self.acts: list[Act] = []
        self.contents: dict[str, int] = dict(self.rows("select content, evaluation from facts.evaluation"))
        self.first = self.next = max(self.contents.values(), default=after) + 1
        self.documents = {row[0] for row in self.rows("select document from facts.document")}
        self.refusals: dict[str, str] = dict(self.rows("select name, text from facts.refused"))
        self.names = Names(current_names(connection))
        self.departments = {row[0] for row in self.rows("select distinct department from facts.evaluation") if row[0]}
        self.gone: list[str] = []  # names whose earlier refusal holds no more
        self.originals: list[Original] = []
        self.filed: list[Filed] = []
        self.repeated: list[tuple[int, str]] = []
        self.repairs: list[Repair] = []
        self.refused: list[Refused] = []

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql, values).fetchall()

    def refuse(self, refused: Refused) -> None:
        """Keep why a file was refused, once; another reason takes the place of the earlier one."""
        if self.refusals.get(refused.name) == refused.text:
            return
        self.drop_refusal(refused.name)
        self.refusals[refused.name] = refused.text
        self.refused.append(refused)
        self.acts.append(refused)

    def forget_refusal(self, name: str) -> None:
        """What was refused under this name can be read now."""
        if name in self.refusals:
            self.drop_refusal(name)
            self.acts.append(Forgotten(name))

    def drop_refusal(self, name: str) -> None:
        if self.refusals.pop(name, None) is not None:
            self.gone.append(name)

    def add_document(self, read: FileRead, received: Received) -> Added:
        """File the forms of one document that are new."""
        self.acts.append(received)
        self.documents.add(received.document)
        self.originals.append(Original(received.document, received.name, received.received, read.reader))
        known = [self.contents[one.content] for one in read.forms if one.content in self.contents]
        self.repeated += [(evaluation, received.document) for evaluation in dict.fromkeys(known)]
        new = [self.add_form(one, received, read.reader) for one in read.forms if one.content not in self.contents]
        if len(self.filed) >= FORMS_IN_MEMORY:
            self.write()
        return Added(len(new), sum(one.held is not None for one in new))

    def add_form(self, read: FormRead, received: Received, reader: str) -> Filed:
        """File a new form, with what the batch says where the form says nothing."""
        stated = by_batch(read.form, received)
        held = reasons_to_hold(read.form, received, reader, self.departments, self.names)
        filed = Filed(self.next, received.document, 1, None, read.content, restated(read.form, stated), held)
        self.contents[read.content] = self.next
        self.next += 1
        self.filed.append(filed)
        self.repairs += stated
        if filed.form.department:
            self.departments.add(filed.form.department)
        return filed

    def repair(self, repair: Repair, read: FileRead) -> None:
        """Put the forms of a document anew as they are `read` with all its cells put right. Raises FormUnknown."""
        self.write()
        self.acts.append(repair)
        self.repairs.append(repair)
        known = self.repairs_in(repair.document)
        columns = "evaluation, place, version, superseded_by, content, held"
        stored = self.rows(f"select {columns} from facts.evaluation where document = ? order by 1", [repair.document])
        for number, place, version, successor, content, held in stored:
            form = replace(form_at(place, read), place=place)
            form = restated(form, [one for one in known if one.place == place])
            self.put_anew(Filed(number, repair.document, version, successor, content, form, held))
        if not any(row[1] == repair.place for row in stored):
            raise FormUnknown(read.file.file_name, place=repair.place)

    def repairs_in(self, document: str) -> list[Repair]:
        """Everything that was put right in a document, in its order."""
        self.write()
        names = ", ".join(Repair.__slots__)
        sql = f"select {names} from facts.repair where document = ? order by rowid"  # not by time: clocks are set back
        return [Repair(*row) for row in self.rows(sql, [document])]

    def name_of(self, document: str) -> str:
        """The file name of a document. Raises FormUnknown."""
        self.write()
        found = self.rows("select name from facts.document where document = ?", [document])
        if not found:
            raise FormUnknown(document[:12])
        return str(found[0][0])

    def put_anew(self, filed: Filed) -> None:
        for table in ("funding", "indicator", "issue", "evaluation"):
            self.connection.execute(f"delete from facts.{table} where evaluation = ?", [filed.evaluation])
        insert_evaluations(self.connection, "facts", [filed])

    def decide(self, act: Confirmed | Declined) -> None:
        """Let a held form count, or not. Raises FormUnknown."""
        self.write()
        held = "declined" if isinstance(act, Declined) else None
        sql = "update facts.evaluation set held = ? where document = ? and place = ? returning evaluation"
        if not self.rows(sql, [held, act.document, act.place]):
            raise FormUnknown(act.document[:12], place=act.place)
        self.acts.append(act)

    def register(self, act: Registered) -> Replaced[Any]:
        """Put a list of the bureau in the place of the one before."""
        self.acts.append(act)
        kind: Any = KINDS[act.table]
        done = replace_rows(self.connection, kind, [kind(*row) for row in act.rows])
        self.names = Names(current_names(self.connection))
        return done

    def finish(self) -> None:
        """Write what is left, and settle which form corrects which. Nothing may be added afterwards."""
        self.write()
        if self.acts:
            settle_versions(self.connection)

    def corrections(self) -> int:
        """How many of the forms added correct an earlier one; known once it is finished."""
        sql = "select count(*) from facts.evaluation where evaluation >= ? and version > 1"
        return int(self.rows(sql, [self.first])[0][0])

    def write(self) -> None:
        """Write what was collected so far."""
        insert_originals(self.connection, "facts", self.originals)
        insert_evaluations(self.connection, "facts", self.filed)
        insert_repeated(self.connection, self.repeated)
        insert_records(self.connection, "facts", "repair", self.repairs)
        for name in self.gone:
            self.connection.execute("delete from facts.refused where name = ?", [name])
        insert_refused(self.connection, "facts", self.refused)
        for written in (self.originals, self.filed, self.repeated, self.repairs, self.gone, self.refused):
            written.clear()


def form_at(place: str, read: FileRead) -> Evaluation:
    """The form that starts where the one at `place` started: a repair may well change where it ends."""
    start = place.partition(":")[0]
    for one in read.forms:
        if one.form.place.partition(":")[0] == start:
            return one.form
    raise FormUnknown(read.file.file_name, place=place)
