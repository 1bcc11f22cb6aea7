"""python -m analytics check: read forms, recompute them, list what breaks a rule; nothing is stored."""

from collections.abc import Iterator
from pathlib import Path

import click

from analytics.commands.check_json import Json, forms_json
from analytics.commands.json_text import json_text
from analytics.schemes.loader import UnknownScheme, require_scheme
from data.commands.read import Outcome, read_paths
from data.texts import mark, translate


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--scheme", help="评分口径,不写则按各表自带的口径 · scheme, by default each form's own")
@click.option("--json", "as_json", is_flag=True, help="JSON 输出 · print JSON")
def check(paths: tuple[Path, ...], scheme: str | None, as_json: bool) -> None:
    """复算并核查自评表,不入库 · recompute and check forms without storing them."""
    refuse_unknown(scheme)
    outcome = read_paths(paths)
    forms = forms_json(outcome.forms, scheme)
    click.echo(json_text({"forms": forms, "problems": outcome.problems}) if as_json else summary(forms, outcome))
    raise SystemExit(1 if outcome.problems or any(form["totals"]["errors"] for form in forms) else 0)


def refuse_unknown(scheme: str | None) -> None:
    """Wrong usage where no scheme has that name."""
    try:
        if scheme is not None:
            require_scheme(scheme)
    except UnknownScheme as unknown:
        raise click.UsageError(str(unknown)) from unknown


def summary(forms: list[Json], outcome: Outcome) -> str:
    lines = [line for form in forms for line in form_lines(form)]
    lines += [problem["text"] for problem in outcome.problems]
    text = mark("共核查 {forms} 份自评表,{problems} 个文件未能读取。")
    return "\n".join([*lines, translate(text, "zh", forms=len(forms), problems=len(outcome.problems))])


def form_lines(form: Json) -> Iterator[str]:
    """The totals of one form and its findings, one a line."""
    totals = form["totals"]
    if totals["scheme"] is None:
        yield translate(mark("{file}:部门整体支出绩效自评表,不按项目复算。"), "zh", file=form["file"])
        return
    head = mark(
        "{file} {project}:填报 {filed},复算 {recomputed}(口径 {scheme}),错误 {errors},提醒 {warnings},提示 {notes}"
    )
    yield translate(
        head,
        "zh",
        file=form["file"],
        project=form["project"] or "—",
        filed=shown(totals["filed_total"]),
        recomputed=shown(totals["recomputed_total"]),
        scheme=totals["scheme"],
        errors=totals["errors"],
        warnings=totals["warnings"],
        notes=totals["notes"],
    )
    places = [*form["findings"], *(finding for line in form["indicators"] for finding in line["findings"])]
    yield from (f"  - {finding['cell'] or ''} {finding['text']}" for finding in places)


def shown(value: object) -> str:
    return "—" if value is None else str(value)
