-- One row per form that no other form corrects, held or not, of a year with a task list: who filed it, by the names that count today.
-- A form that names no department is its unit's.
create or replace view filed_project as
select
    e.evaluation,
    e.year,
    coalesce(d.department, u.department) as department,
    coalesce(d.folded, u.folded)         as department_folded,
    coalesce(u.folded, d.folded)         as unit_folded,
    e.unit,
    e.project,
    p.folded                             as project_folded,
    e.held is not null                   as waits
from facts.evaluation as e
left join current_department as d on d.name = e.department and d.year = e.year
left join current_department as u on u.name = e.unit and u.year = e.year
left join folded_name as p on p.name = e.project
where e.superseded_by is null and e.year in (select year from facts.expected_filing);
