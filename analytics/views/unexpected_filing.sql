-- One row per form in force whose project is not on the task list of its department, in years that have one.
create or replace view unexpected_filing as
select f.evaluation, f.year, f.department, f.unit, f.project
from filed_project as f
left join (select distinct year, department_folded, project_folded from expected_project) as x
    on x.year = f.year and x.department_folded = f.department_folded and x.project_folded = f.project_folded
where not f.waits and x.year is null;
