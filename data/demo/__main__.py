"""python -m data.demo: writes the fictional county and loads it into a store of its own."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import click
from tqdm import tqdm

from data.commands.load_report import summary
from data.demo.forms import FORMS, write_county
from data.demo.generate import county
from data.demo.registers import NAMES_FILE, TASKS_FILE
from data.demo.truth import FILE as TRUTH
from data.errors import Fault
from data.load import LoadReport, load_paths
from data.registry.load import replace_department_names, replace_expected_filings
from data.store import Store
from data.texts import mark, translate

MARKER = "demo"
OUT, STORE = Path(".store", "demo-forms"), Path(".store", "demo")
FOLDER = click.Path(file_okay=False, path_type=Path)
WRITTEN = mark("已生成自评表 {files} 个文件:{folder}({seconds} 秒)")
LOADED = mark("演示数据已就绪:{folder}(共 {seconds} 秒)")
THERE = mark("{folder} 中已有演示数据(自评表 {forms} 份),未作改动。重新生成请加 --force。")
NOT_DEMO = mark("{folder} 中不是演示数据,请另选文件夹。")
NOT_FORMS = mark("{folder} 中有其他文件,请另选空文件夹。")


@click.command()
@click.option("--out", type=FOLDER, default=OUT, show_default=True, help="自评表所在文件夹 · folder of the forms")
@click.option("--store", type=FOLDER, default=STORE, show_default=True, help="演示数据库文件夹 · folder of the store")
@click.option("--seed", default=2024, show_default=True, help="随机种子,相同则文件相同 · same seed, same bytes")
@click.option("--forms-only", is_flag=True, help="只生成自评表,不导入 · write the forms, load nothing")
@click.option("--force", is_flag=True, help="覆盖原有的演示数据 · build again over what is there")
def main(out: Path, store: Path, seed: int, forms_only: bool, force: bool) -> None:
    """生成虚构的云溪县 · build the fictional county."""
    started = perf_counter()
    if not forms_only:
        make_way(Store(store), force)
    clear(out)
    files = write_forms(out, seed)
    say(WRITTEN, files=files, folder=out / FORMS, seconds=f"{perf_counter() - started:.1f}")
    if not forms_only:
        click.echo(summary(load_county(out / FORMS, store, files)))
        say(LOADED, folder=store, seconds=f"{perf_counter() - started:.1f}")


def say(text: str, **operands: object) -> None:
    click.echo(translate(text, "zh", **operands))


def make_way(store: Store, force: bool) -> None:
    """Leave a store that is there alone, unless it is a demo and may be built again. Real forms are never touched."""
    if not store.folder.exists() or not any(store.folder.iterdir()):
        return
    if not store.is_demo:
        raise click.UsageError(translate(NOT_DEMO, "zh", folder=store.folder))
    generation = None if force else store.current()
    if generation is not None:
        say(THERE, folder=store.folder, forms=generation.counts["evaluation"])
        raise SystemExit(0)
    remove(store.folder)


def clear(out: Path) -> None:
    """Remove the forms of an earlier run, and nothing that was not written here."""
    if (out / TRUTH).exists():
        remove(out)
    elif out.exists() and any(out.iterdir()):
        raise click.UsageError(translate(NOT_FORMS, "zh", folder=out))


def remove(folder: Path) -> None:
    shutil.rmtree(folder, onerror=make_writable)


def make_writable(again: Callable[[str], object], path: str, _: Any) -> None:
    """Originals are kept read-only, which Windows refuses to delete."""
    os.chmod(path, 0o600)  # noqa: PTH101 — rmtree hands over a string
    again(path)


def write_forms(out: Path, seed: int) -> int:
    filings = county(seed)
    with tqdm(total=len({filing.path for filing in filings}), desc="生成", unit="份", leave=False) as bar:
        return write_county(out, filings, bar.update)


def load_county(forms: Path, store: Path, files: int) -> LoadReport:
    """Load the normal way; the marker stands there first, so that no page ever shows these forms as real ones.

    The lists of the bureau come before the forms: what undoing takes back is the import of the forms.
    """
    store.mkdir(parents=True, exist_ok=True)
    (store / MARKER).touch()
    try:
        replace_department_names(forms.parent / NAMES_FILE, Store(store))
        replace_expected_filings(forms.parent / TASKS_FILE, Store(store))
        with tqdm(total=files, desc="导入", unit="份", leave=False) as bar:
            return load_paths([forms], Store(store), bar.update)
    except Fault as fault:
        raise click.ClickException(str(fault)) from fault


if __name__ == "__main__":
    main(prog_name="python -m data.demo")
