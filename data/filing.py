"""A department files its forms: they wait for a reviewer, and a form that names another department is sent back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from data.acting import acting
from data.errors import Fault
from data.file_list import list_files
from data.file_read import FileRead
from data.importing import Import
from data.load import NAMED, Batch, FileResult, LoadReport, finish, take
from data.reading import reading
from data.registry.resolve import Names
from data.rights import department_of
from data.scoping import is_own
from data.store import Store
from data.texts import mark


class NamesAnother(Fault):
    """A form of the file says that another department answers for it."""

    code = "names_another_department"
    text = mark("《{name}》没有报送:表内写的是“{said}”,不是“{own}”。请核对是否传错文件,或更正表内的主管部门。")


def file_forms(paths: Sequence[Path], store: Store, progress: Callable[[int], object] | None = None) -> LoadReport:
    """File forms for the department of the store's actor: a file is taken whole, or refused with the reason.

    A refused file leaves nothing behind, not even among the refusals of the county. Raises NotAllowed and what the
    store raises.
    """
    report = LoadReport()
    with acting(store.folder, store.actor, "file_form", ", ".join(path.name for path in paths[:NAMED])) as note:
        own = department_of(store.actor) or ""
        with store.locked(), store.building() as (connection, built):
            coming = Import(connection)
            for read in reading(list(list_files(paths)), frozenset(coming.documents)):
                report.results.append(filed(read, coming, own, store))
                if progress:
                    progress(1)
            finish(coming, report)
            note.count = report.forms
            if coming.acts:
                note.sha256 = store.publish(connection, built, coming.acts).digest
    return report


def filed(read: FileRead, coming: Import, own: str, store: Store) -> FileResult:
    """Take one file, or say why not."""
    refusal = names_another(read, coming.names, own)
    if refusal is not None:
        sent_back = refusal.code, refusal.sentence("zh"), refusal.told()
        return FileResult(read.file, "rejected", 0, 0, "", *sent_back)
    if read.code:
        return FileResult(read.file, "rejected", 0, 0, read.place, read.code, read.text, read.told)
    if read.original:
        store.keep_original(read.sha256, read.original)
    return take(read, coming, Batch(department=own), store.actor)


def names_another(read: FileRead, names: Names, own: str) -> NamesAnother | None:
    """The fault of a file of which a form names another department; a form that names none is the department's."""
    for one in read.forms:
        said = one.form.department or one.form.unit
        if said is not None and not is_own(names, said, one.form.year, own):
            return NamesAnother(read.file.file_name, said=said, own=own)
    return None
