"""python -m data read: read forms and say what they hold; nothing is stored."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
from tqdm import tqdm

from data.file_list import list_files
from data.forms.form_json import accounted_share, form_json
from data.forms.issues import issue_sentence
from data.reading import reading
from data.records import Evaluation
from data.texts import mark, speaker, translate

FROM_FILES = 20  # a progress bar is shown from this many files on


@dataclass(slots=True)
class Outcome:
    """What was read from all files, and the files that were refused."""

    forms: list[tuple[str, Evaluation]] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="JSON 输出 · print JSON")
def read(paths: tuple[Path, ...], as_json: bool) -> None:
    """读取自评表,不入库 · read forms without storing them."""
    outcome = read_paths(paths)
    click.echo(json_text(outcome) if as_json else summary(outcome))
    raise SystemExit(1 if outcome.problems else 0)


def read_paths(paths: Sequence[Path]) -> Outcome:
    files = list(list_files(paths))
    outcome = Outcome()
    found_all = reading(files, frozenset())
    for found in tqdm(found_all, total=len(files), disable=len(files) < FROM_FILES, unit="份"):
        where = found.file.shown_path
        outcome.forms += [(where, read.form) for read in found.forms]
        if found.code:
            outcome.problems.append({"file": where, "place": found.place, "code": found.code, "text": found.text})
    return outcome


def json_text(outcome: Outcome) -> str:
    forms = [{"file": file, **form_json(form)} for file, form in outcome.forms]
    return json.dumps({"forms": forms, "problems": outcome.problems}, ensure_ascii=False, indent=2)


def summary(outcome: Outcome) -> str:
    """One paragraph per form, with the share of its cells that is accounted for."""
    lines = [line for file, form in outcome.forms for line in form_lines(file, form)]
    lines += [found["text"] for found in outcome.problems]
    text = mark("共读取 {forms} 份自评表,{problems} 个文件未能读取。")
    return "\n".join([*lines, translate(text, "zh", forms=len(outcome.forms), problems=len(outcome.problems))])


def form_lines(file: str, form: Evaluation) -> Iterator[str]:
    yield f"{file} {form.place}"
    head = mark("  {year} {department} {project}:指标 {indicators} 条,得分 {score}/{points},表式 {layout}")
    yield translate(
        head,
        "zh",
        year=shown(form.year),
        department=shown(form.department),
        project=shown(form.project),
        indicators=len(form.indicators),
        score=shown(form.filed_total),
        points=shown(form.total_points),
        layout=form.layout,
    )
    cells = mark("  有内容的单元格 {filled} 个,已归类 {share:.1%},提示 {issues} 条")
    yield translate(cells, "zh", filled=form.filled_cells, share=accounted_share(form) or 0, issues=len(form.issues))
    say = speaker("zh")
    yield from (f"    - {issue_sentence(issue, say)}" for issue in form.issues)


def shown(value: object) -> str:
    return "—" if value is None else str(value)
