"""Accounts: who may come in, by the subject that the provider names, and in what role.

<store>/journal/accounts.jsonl    a line for each account that was added, changed or disabled; the last one counts
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from filelock import FileLock, Timeout

from data.acting import acting
from data.errors import Fault
from data.journal import WAIT_SECONDS, Journal, JournalUnwritable
from data.naming import folded
from data.rights import LOCAL, ROLES, Actor
from data.texts import mark

LONGEST = {"subject": 200, "name": 40, "department": 80}  # characters
ADMIN, DEPARTMENT = "admin", "department"


class AccountRefused(Fault):
    """An account that cannot be as it was asked for; nothing was changed."""

    code = "account_refused"
    text = mark("账号“{name}”没有改动:{reason}。")


@dataclass(frozen=True, slots=True)
class Account:
    """One person: `subject` as the provider names it, `name` as it is written down. `department` goes with its role."""

    subject: str
    name: str
    role: str
    department: str | None = None
    disabled: bool = False


def find(store: Path, subject: str) -> Account | None:
    """The account of `subject` as it stands now, None when there is none. Raises JournalDamaged."""
    journal = journal_of(store)
    return standing(journal.path, journal.stamp()).get(subject)


def accounts(store: Path) -> tuple[Account, ...]:
    """Every account as it stands now, in the order in which they were added. Raises JournalDamaged."""
    journal = journal_of(store)
    return tuple(standing(journal.path, journal.stamp()).values())


def add_account(store: Path, actor: Actor, account: Account) -> Account:
    """Add a person. Raises NotAllowed, AccountRefused, and what the journals raise."""
    with changing(store, actor, account, "added") as known:
        if account.subject in known:
            raise refusal(account, mark("这一登录标识已有账号"))
        return written(store, actor, "added", sound(account, known))


def change_account(store: Path, actor: Actor, account: Account) -> Account:
    """Put the account of `account.subject` in the place of what it is now. Raises as `add_account` does."""
    what = "disabled" if account.disabled else "changed"
    with changing(store, actor, account, what) as known:
        if account.subject not in known:
            raise refusal(account, mark("没有这一账号"))
        require_an_admin(known, account)
        return written(store, actor, what, sound(account, known))


def disable_account(store: Path, actor: Actor, subject: str) -> Account:
    """Let a person in no more, from the next click on. Raises as `add_account` does."""
    found = find(store, subject) or Account(subject, subject, "")
    return change_account(store, actor, replace(found, disabled=True))


def journal_of(store: Path) -> Journal:
    return Journal(store / "journal" / "accounts.jsonl")


@lru_cache(maxsize=8)
def standing(path: Path, _stamp: tuple[int, int]) -> dict[str, Account]:
    """The accounts by subject; read anew only when the journal has grown."""
    found = {}
    for entry in Journal(path).entries():
        account = Account(*(entry[name] for name in Account.__slots__))
        found[account.subject] = account
    return found


@contextmanager
def changing(store: Path, actor: Actor, account: Account, what: str) -> Iterator[dict[str, Account]]:
    """The accounts as they are, while nobody else changes any; the change is written down like every act."""
    journal = journal_of(store)
    with acting(store, actor, "manage_accounts", account.subject[: LONGEST["subject"]]) as note:
        note.detail = (("what", what), ("role", account.role), ("department", account.department or ""))
        try:
            journal.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(journal.path.with_name("accounts.changing.lock"), timeout=WAIT_SECONDS):
                yield standing(journal.path, journal.stamp())
        except Timeout as error:
            raise JournalUnwritable(str(journal.path), reason=str(error)) from error


def written(store: Path, actor: Actor, what: str, account: Account) -> Account:
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    said = {"what": what, "who": actor.name, "who_role": actor.role, "when": now}
    journal_of(store).append([asdict(account) | said])
    return account


def sound(account: Account, known: dict[str, Account]) -> Account:
    """The account as it is kept. Raises AccountRefused."""
    tidy = replace(account, name=account.name.strip(), department=(account.department or "").strip() or None)
    names = {folded(one.name).lower() for one in known.values() if one.subject != tidy.subject} | {LOCAL.name}
    wrong = [
        (not is_subject(tidy.subject), mark("登录标识须为 1 至 200 个可见字符,不含空白")),
        (not is_text(tidy.name, "name"), mark("姓名须为 1 至 40 个可见字符")),
        (folded(tidy.name).lower() in names, mark("这一姓名已被使用,记录中无法区分")),
        (tidy.role not in ROLES or tidy.role == LOCAL.role, mark("没有这一角色")),
        (tidy.role == DEPARTMENT and not is_text(tidy.department or "", "department"), mark("部门填报人员须写明部门")),
        (tidy.role != DEPARTMENT and tidy.department is not None, mark("只有部门填报人员属于一个部门")),
    ]
    for refused, reason in wrong:
        if refused:
            raise refusal(tidy, reason)
    return tidy


def is_subject(text: str) -> bool:
    return is_text(text, "subject") and not any(char.isspace() for char in text)


def is_text(text: str, kind: str) -> bool:
    return 0 < len(text) <= LONGEST[kind] and text.isprintable()


def require_an_admin(known: dict[str, Account], changed: Account) -> None:
    """Without an admin nobody could be let in any more. Raises AccountRefused."""
    left = {**known, changed.subject: changed}.values()
    was = known[changed.subject]
    if is_admin(was) and not any(map(is_admin, left)):
        raise refusal(changed, mark("这是最后一名系统管理员,不能停用或改作其他角色,请先添加另一名"))


def is_admin(account: Account) -> bool:
    return account.role == ADMIN and not account.disabled


def refusal(account: Account, reason: str) -> AccountRefused:
    return AccountRefused(account.subject[: LONGEST["subject"]], reason=reason)
