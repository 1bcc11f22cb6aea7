"""python -m data.texts [FRAGMENT.po …]: bring en.po up to date, and say what is missing or no longer used."""

from pathlib import Path

import click

from data.texts import CATALOGUE
from data.texts.extract import texts
from data.texts.merge import merge, read_translations


@click.command()
@click.argument("fragments", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="只检查,不改写 · report only")
def main(fragments: tuple[Path, ...], check: bool) -> None:
    """更新英文词库 en.po · bring en.po up to date. Exit 1 when a text has no English yet."""
    sources = [read_translations(path) for path in (*fragments, CATALOGUE) if path.exists()]
    merged = merge(texts(), sources)
    if not check:
        CATALOGUE.write_bytes(merged.content)
    for word, lines in (("缺", merged.missing), ("不再使用", merged.obsolete), ("译文不一", merged.conflicts)):
        for line in lines:
            click.echo(f"{word}: {line}")
    click.echo(f"missing {len(merged.missing)}, obsolete {len(merged.obsolete)}, in conflict {len(merged.conflicts)}")
    raise SystemExit(1 if merged.missing else 0)


if __name__ == "__main__":
    main(prog_name="python -m data.texts")
