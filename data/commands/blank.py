"""python -m data blank: write the county's form, unfilled, to be sent to departments."""

from pathlib import Path

import click

from data.forms.blank import Heading, blank_form
from data.texts import mark, translate


@click.command()
@click.argument("path", metavar="FILE.xlsx", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--year", default="", help="年度 · year")
@click.option("--department", default="", help="主管部门 · department")
@click.option("--unit", default="", help="实施单位 · implementing unit")
@click.option("--project", default="", help="项目名称 · project")
def blank(path: Path, year: str, department: str, unit: str, project: str) -> None:
    """生成空白自评表 · write the blank form."""
    content = blank_form(Heading(year=year, department=department, unit=unit, project=project))
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        click.echo(translate(mark("{path} 已经存在,没有覆盖。"), "zh", path=path), err=True)
        raise SystemExit(1) from error
    except OSError as error:
        click.echo(translate(mark("{path} 无法写入({reason})。"), "zh", path=path, reason=error.strerror), err=True)
        raise SystemExit(1) from error
    click.echo(translate(mark("已生成空白自评表:{path}"), "zh", path=path))
