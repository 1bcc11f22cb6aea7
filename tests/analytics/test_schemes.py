"""Schemes are dated data: each number says what it stands on, and an impossible one is refused by name."""

from pathlib import Path

import pytest

from analytics.schemes.limits import NUMBERS
from analytics.schemes.loader import FOLDER, ImpossibleScheme, UnknownScheme, parse_scheme, require_scheme, schemes
from analytics.session import open_session_on
from tests.analytics.made import form

TEXT = (FOLDER / "strict.toml").read_text(encoding="utf-8")


def test_the_three_schemes() -> None:
    assert [scheme.scheme for scheme in schemes()] == ["strict", "yanchi-2022", "mof-2020"]
    assert [scheme.scheme for scheme in schemes() if scheme.default] == ["mof-2020"]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_number_says_what_it_stands_on(path: Path) -> None:
    scheme = parse_scheme(path.stem, path.read_text(encoding="utf-8"))
    assert scheme.scheme == path.stem
    assert all(parameter.reference for parameter in (*scheme.parameters, *scheme.caps))


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("agreed_from_rate           = { value = 0.8", "agreed_from_rate = { value = 1.2", "agreed_from_rate"),
        ("agreed_from_rate           = { value = 0.8", "agreed_from_rate = { value = nan", "agreed_from_rate"),
        ("agreed_from_rate           = { value = 0.8", "agreed_from_rate = { value = 0.5", "partly_from_rate"),
        ("agreed_from_rate           = { value = 0.8", "agreed_from_rate = { value = true", "agreed_from_rate"),
        ("execution_points           = { value = 10", "execution_points = { value = -1", "execution_points"),
        ("execution_points           = { value = 10", "execution_points = { value = 10.005", "execution_points"),
        ('reverse_formula            = { value = "linear"', 'reverse_formula = { value = "cubic"', "reverse_formula"),
        ("far_exceeded_rate          = { value = 1.3", "far_exceeded_rate = { value = 0.9", "far_exceeded_rate"),
        ('basis = "assumption"', 'basis = "hearsay"', "basis"),
        ("good_from", "better_from", "good_from"),
        ("total_at_most = 59", "total_at_most = 590", "total_at_most"),
        ("[parameters]", "[parameters", "toml"),
        ("output_points              = { value = 50", "output_points = { value = 60", "points"),
        ("lag_weight_errors          = { value = 10", "lag_weight_errors = { value = 11", "lag_weight"),
        ("excellent_from             = { value = 90", "excellent_from = { value = 190", "excellent_from"),
        ("good_from                  = { value = 80", "good_from = { value = 95", "good_from"),
        ("explain_below_rate         = { value = 0.9", "explain_below_rate = { value = 0.7", "lagging_below_rate"),
        ("execution_inside           = { value = true", "execution_inside = { value = 1", "execution_inside"),
        ('unsigned_cost              = { value = "open"', 'unsigned_cost = { value = "any"', "unsigned_cost"),
        ("lagging_reasons            = { value = 3", "lagging_reasons = { value = 0", "lagging_reasons"),
        ("total_at_most = 69", "total_at_most = 49", "caps"),
        ("execution_below_rate = 0.6", "execution_below_rate = 0.5", "caps"),
        ("execution_below_rate = 0.6", "# execution_below_rate = 0.6", "execution_below_rate"),
    ],
)
def test_an_impossible_number_is_refused_by_its_name(before: str, after: str, named: str) -> None:
    assert before in TEXT
    with pytest.raises(ImpossibleScheme) as refused:
        parse_scheme("strict", TEXT.replace(before, after, 1))
    assert named in str(refused.value) or named == "basis"


def test_an_unknown_scheme_is_named() -> None:
    with pytest.raises(UnknownScheme, match="yanchi-2023"):
        require_scheme("yanchi-2023")
    with pytest.raises(UnknownScheme):
        open_session_on([form()], "yanchi-2023")


def test_all_numbers_are_rows_of_the_session() -> None:
    session = open_session_on([form()], wanted=("evaluation_in_force",))
    known = {name for (name,) in session.execute("select distinct parameter from scheme_parameter").fetchall()}
    assert known >= NUMBERS.keys()
    assert session.execute("select partly_from_permille from scheme order by scheme").fetchall() == [
        (600,),
        (600,),
        (500,),
    ]
