"""python -m data settings: what is in force, an example to start from, a new secret.

The settings library is imported when this command runs: no other command should wait for it.
"""

import sys
from pathlib import Path

import click

from data.errors import Fault

BAD = 2


@click.command()
@click.option("--example", "show_example", is_flag=True, help="写出样例设置文件 · print an example file")
@click.option(
    "--new-secret",
    type=click.Path(dir_okay=False, path_type=Path),
    help="在新文件中生成一个密钥 · write a new random secret into a new file",
)
def settings(show_example: bool, new_secret: Path | None) -> None:
    """显示生效的设置并检查能否启动 · print the settings in force, and check whether they allow a start."""
    if show_example:
        from data.settings.written import example

        click.echo(example(), nl=False)
    elif new_secret:
        make_secret(new_secret)
    else:
        show()


def show() -> None:
    """The settings in force; exit 2 when they are wrong or do not allow to serve."""
    from data.settings import settings as in_force
    from data.settings.startup import check_start
    from data.settings.written import written

    try:
        found = in_force()
        click.echo(written(found))
        check_start(found, found.server.address, found.server.proxy or "")
    except Fault as fault:
        click.echo(f"{fault.sentence('zh')}\n{fault.sentence('en')}", err=True)
        sys.exit(BAD)


def make_secret(path: Path) -> None:
    from data.settings.secret_files import write_secret

    try:
        write_secret(path)
    except OSError as error:
        raise click.BadParameter(f"{path}: {error.strerror}", param_hint="--new-secret") from error
    click.echo(f"已生成,只有当前用户可读 · written, readable by its owner only: {path}")
