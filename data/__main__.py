"""python -m data COMMAND: forms in, records out. `--help` lists the commands."""

import click

from data.commands.account import account
from data.commands.audit import audit
from data.commands.backup import backup
from data.commands.blank import blank
from data.commands.departments import departments
from data.commands.doctor import doctor
from data.commands.expected import expected
from data.commands.export import export
from data.commands.generations import generations
from data.commands.load import load
from data.commands.read import read
from data.commands.rebuild import rebuild
from data.commands.restore import restore
from data.commands.settings import settings
from data.commands.undo import undo
from data.commands.value import value
from data.priority import let_viewers_go_first


@click.group()
def main() -> None:
    """读取、导入自评表 · read and load self-evaluation forms."""


COMMANDS = (
    read, load, value, blank, departments, expected, undo, generations, rebuild, export, backup, restore, settings,
    account, audit, doctor,
)  # fmt: skip
for command in COMMANDS:
    main.add_command(command)


if __name__ == "__main__":
    let_viewers_go_first()
    main(prog_name="python -m data")
