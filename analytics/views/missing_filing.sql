-- One row per expected filing without a form in force: nothing was filed, or what was filed waits for a person (waits).
-- other_unit: where the same project of the department was filed by a unit that the list does not name.
create or replace view missing_filing as
select
    x.year,
    x.department,
    x.unit,
    x.project,
    x.waits,
    min(coalesce(f.unit, f.department)) as other_unit
from expected_project as x
left join filed_project as f
    on x.evaluation is null
    and f.year = x.year and f.department_folded = x.department_folded and f.project_folded = x.project_folded
where x.evaluation is null or x.waits
group by x.expected, x.year, x.department, x.unit, x.project, x.waits;
