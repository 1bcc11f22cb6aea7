"""What the bureau keeps beside the forms: the names that departments had, and the task list of expected filings."""

from data.registry.expected import ExpectedRead, read_expected_filings
from data.registry.names import NamesRead, current_name, read_department_names
from data.registry.near import NearNames, near_names
from data.registry.records import BadRow, DepartmentName, ExpectedFiling

__all__ = [
    "BadRow",
    "DepartmentName",
    "ExpectedFiling",
    "ExpectedRead",
    "NamesRead",
    "NearNames",
    "current_name",
    "near_names",
    "read_department_names",
    "read_expected_filings",
]
