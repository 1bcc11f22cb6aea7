-- One row per expected filing: the form that answers it, one in force before one that waits for a person; null where there is none.
-- Where the list names a unit, another spelling of it is no accusation: it counts as long as there is such a form for each.
create or replace view expected_project as
with listed as (
    select
        row_number() over (order by x.year, x.department, x.project, coalesce(x.unit, '')) as expected,
        x.year,
        d.department,
        d.folded as department_folded,
        x.unit,
        coalesce(u.folded, d.folded) as unit_folded,
        x.project,
        p.folded as project_folded
    from facts.expected_filing as x
    join current_department as d on d.name = x.department and d.year = x.year
    left join current_department as u on u.name = x.unit and u.year = x.year
    join folded_name as p on p.name = x.project
),
exact as (
    select
        l.expected,
        f.evaluation,
        f.waits,
        row_number() over (partition by l.expected order by case when f.waits then 1 else 0 end, f.evaluation) as position
    from listed as l
    join filed_project as f
        on f.year = l.year and f.department_folded = l.department_folded and f.project_folded = l.project_folded
        and (l.unit is null or f.unit_folded = l.unit_folded)
),
-- The same project of the same department, its unit written otherwise: it counts where there is such a form for each.
open_filing as (
    select
        l.*,
        row_number() over (partition by l.year, l.department_folded, l.project_folded order by l.expected) as place,
        count(*) over (partition by l.year, l.department_folded, l.project_folded) as wanted
    from listed as l
    where l.expected not in (select expected from exact)
),
open_form as (
    select
        f.*,
        row_number() over (partition by f.year, f.department_folded, f.project_folded
            order by case when f.waits then 1 else 0 end, f.evaluation) as place,
        count(*) over (partition by f.year, f.department_folded, f.project_folded) as offered
    from filed_project as f
    where f.evaluation not in (select evaluation from exact)
),
loose as (
    select l.expected, f.evaluation, f.waits
    from open_filing as l
    join open_form as f
        on f.year = l.year and f.department_folded = l.department_folded and f.project_folded = l.project_folded
        and f.place = l.place
    where f.offered >= l.wanted
)
select
    l.*,
    coalesce(x.evaluation, o.evaluation) as evaluation,
    coalesce(x.waits, o.waits, false)    as waits
from listed as l
left join exact as x on x.expected = l.expected and x.position = 1
left join loose as o on o.expected = l.expected;
