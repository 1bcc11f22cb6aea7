"""python -m data read | load | value | undo | generations | rebuild: forms in, records out."""

import click

from data.commands.generations import generations
from data.commands.load import load
from data.commands.read import read
from data.commands.rebuild import rebuild
from data.commands.undo import undo
from data.commands.value import value


@click.group()
def main() -> None:
    """读取、导入自评表 · read and load self-evaluation forms."""


for command in (read, load, value, undo, generations, rebuild):
    main.add_command(command)

if __name__ == "__main__":
    main(prog_name="python -m data")
