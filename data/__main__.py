"""python -m data COMMAND: forms in, records out. `--help` lists the commands."""

import os
from contextlib import suppress

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


@click.group()
def main() -> None:
    """读取、导入自评表 · read and load self-evaluation forms."""


STEPS_BACK = 10  # about a tenth of the processor while a server is busy, all of it while it is not
COMMANDS = (
    read, load, value, blank, departments, expected, undo, generations, rebuild, export, backup, restore, settings,
    account, audit, doctor,
)  # fmt: skip
for command in COMMANDS:
    main.add_command(command)


def step_back() -> None:
    """Commands take the processor that nobody else wants: who looks at a page meanwhile goes first.

    Windows has no such call; there the system shares evenly.
    """
    with suppress(AttributeError, OSError):
        os.nice(STEPS_BACK)


if __name__ == "__main__":
    step_back()
    main(prog_name="python -m data")
