"""python -m data.demo: writes the fictional county and loads it into a store of its own."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import click
from tqdm import tqdm

from data.demo.forms import write_county
from data.errors import Fault
from data.load import LoadReport, load_paths
from data.store import Store

MARKER = "demo"


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path(".store", "demo-forms"), show_default=True,
              help="自评表所在文件夹 · folder of the forms")  # fmt: skip
@click.option("--store", type=click.Path(file_okay=False, path_type=Path), default=Path(".store", "demo"), show_default=True,
              help="演示数据库文件夹 · folder of the store")  # fmt: skip
@click.option("--seed", default=2024, show_default=True, help="随机种子:相同的种子得到相同的文件 · same seed, same bytes")
@click.option("--forms-only", is_flag=True, help="只生成自评表,不导入 · write the forms, load nothing")
@click.option("--force", is_flag=True, help="重新生成并覆盖原有的演示数据 · build again over what is there")
def main(out: Path, store: Path, seed: int, forms_only: bool, force: bool) -> None:
    """生成虚构的云溪县 · build the fictional county."""
    started = perf_counter()
    if not forms_only:
        make_way(Store(store), force)
    clear(out)
    with tqdm(desc="生成", unit="份", leave=False) as bar:
        forms = write_county(out, seed, bar.update)
    click.echo(f"自评表 {bar.n} 个文件 → {forms}({perf_counter() - started:.1f} 秒)")
    if not forms_only:
        click.echo(f"{summary(load_county(forms, store, bar.n))}({perf_counter() - started:.1f} 秒)")


def make_way(store: Store, force: bool) -> None:
    """Leave a store that is there alone, unless it is a demo and may be built again. Real forms are never touched."""
    if not store.folder.exists() or not any(store.folder.iterdir()):
        return
    if not store.is_demo:
        raise click.UsageError(f"{store.folder} 中不是演示数据,请另选文件夹。")
    if force:
        remove(store.folder)
    elif (generation := store.current()) is not None:
        click.echo(f"{store.folder} 中已有演示数据:自评表 {generation.counts['evaluation']} 份。重新生成请加 --force。")
        raise SystemExit(0)


def clear(out: Path) -> None:
    """Remove forms of an earlier run, and nothing that this program did not write."""
    if (out / "truth.jsonl").exists():
        remove(out)
    elif out.exists() and any(out.iterdir()):
        raise click.UsageError(f"{out} 中有其他文件,请另选空文件夹。")


def remove(folder: Path) -> None:
    shutil.rmtree(folder, onerror=make_writable)


def make_writable(again: Callable[[str], object], path: str, _: Any) -> None:
    """Originals are kept read-only, which Windows refuses to delete."""
    os.chmod(path, 0o600)  # noqa: PTH101 — rmtree hands over a string
    again(path)


def load_county(forms: Path, store: Path, files: int) -> LoadReport:
    store.mkdir(parents=True, exist_ok=True)
    (store / MARKER).touch()
    try:
        with tqdm(total=files, desc="导入", unit="份", leave=False) as bar:
            return load_paths([forms], Store(store), bar.update)
    except Fault as fault:
        raise click.ClickException(str(fault)) from fault


def summary(report: LoadReport) -> str:
    refused = "".join(f"\n{read.path}: {read.text}" for read in report.refused)
    return f"导入 {report.imported} 个文件,自评表 {report.forms} 份,未变 {report.unchanged},未能读取 {report.rejected}{refused}"


if __name__ == "__main__":
    main(prog_name="python -m data.demo")
