"""The views in Spark's SQL: sqlglot translates, and what the two engines understand differently is put right here."""

from collections.abc import Callable

from sqlglot import exp, parse_one
from sqlglot.errors import ErrorLevel

# DuckDB's \s is ASCII without the vertical tab, Java's is with it. Both may stand inside a class of signs.
ASCII_SPACE = r"\t\n\f\r "
# DuckDB trims every space separator of Unicode, Spark the ASCII space alone.
SEPARATORS = " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
WHOLE = "DECIMAL(38, 0)"  # what holds DuckDB's 128-bit integers


def spark_select(sql: str) -> str:
    """The select of a view (`create or replace view … as …`) as Spark runs it; `facts.x` is read as `facts_x`."""
    view = parse_one(sql.rstrip().rstrip(";"), read="duckdb")
    if not isinstance(view, exp.Create):
        raise ValueError(f"not a view: {sql[:60]!r}")
    # The innermost first: what is put around a part must hold the part as it was put right.
    for node in reversed(list(view.expression.find_all(*CHANGES, bfs=True))):
        right = CHANGES[type(node)](node)
        if right is not node:
            node.replace(right)
    return str(view.expression.sql(dialect="spark", unsupported_level=ErrorLevel.RAISE, comments=False))


def _divided(node: exp.Expression) -> exp.Expression:
    """Whole division without overflow and without a rounded quotient: the remainder is taken off first.

    Spark may compute a quotient before the condition that guards it: nothing divided by zero is null, not an error.
    """
    top, divisor = (exp.cast(part.copy(), WHOLE) for part in (node.this.unnest(), node.expression.unnest()))
    bottom = exp.Nullif(this=divisor, expression=exp.Literal.number(0))
    rest = exp.Mod(this=top.copy(), expression=bottom.copy())
    exact = exp.Div(this=exp.paren(exp.Sub(this=top, expression=rest)), expression=bottom, typed=False, safe=False)
    return exp.paren(exp.cast(exact, WHOLE))


def _table(node: exp.Expression) -> exp.Expression:
    if node.text("db") != "facts":
        return node
    alias = node.args.get("alias")
    return exp.Table(this=exp.to_identifier(f"facts_{node.name}"), alias=alias)


def _type(node: exp.Expression) -> exp.Expression:
    return exp.DataType.build(WHOLE) if node.this == exp.DataType.Type.INT128 else node


def _sum(node: exp.Expression) -> exp.Expression:
    """DuckDB adds whole figures up in 128 bits, Spark in 64: figures in cents and millionths are widened first."""
    if any(column.name.endswith(("_cents", "_micro")) for column in node.find_all(exp.Column)):
        node.set("this", exp.cast(node.this, WHOLE))
    return node


def _pattern(node: exp.Expression) -> exp.Expression:
    pattern = node.expression
    if isinstance(pattern, exp.Literal) and r"\s" in pattern.this:
        node.set("expression", exp.Literal.string(java_pattern(pattern.this)))
    return node


def java_pattern(pattern: str) -> str:
    r"""`\s` as DuckDB means it, inside and outside of a class of signs."""
    parts: list[str] = []
    inside = False
    for part in pattern.split(r"\s"):
        parts.append(part)
        inside = part.rfind("[") > part.rfind("]") or (inside and "]" not in part)
        parts.append(ASCII_SPACE if inside else f"[{ASCII_SPACE}]")
    return "".join(parts[:-1])


def _trimmed(node: exp.Expression) -> exp.Expression:
    if node.expression is None:
        node.set("expression", exp.Literal.string(SEPARATORS))
        node.set("position", "BOTH")
    return node


CHANGES: dict[type[exp.Expression], Callable[[exp.Expression], exp.Expression]] = {
    exp.IntDiv: _divided,
    exp.Table: _table,
    exp.DataType: _type,
    exp.Sum: _sum,
    exp.RegexpReplace: _pattern,
    exp.RegexpExtract: _pattern,
    exp.RegexpExtractAll: _pattern,
    exp.RegexpLike: _pattern,
    exp.Trim: _trimmed,
}
