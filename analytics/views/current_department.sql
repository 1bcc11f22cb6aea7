-- One row per name and year under which a form was filed or is expected: the name that it counts for today, and that one folded.
-- By the table of names at that year; a name that is not listed stays, in the spelling of the table or else the most used one.
create or replace view current_department as
with used as (
    select department as name, year, 1 as uses from facts.evaluation where department is not null
    union all
    select unit, year, 1 from facts.evaluation where unit is not null
    union all
    select department, year, 0 from facts.expected_filing
    union all
    select unit, year, 0 from facts.expected_filing where unit is not null
),
spelling as (
    select name, 1 as place, sum(uses) as uses from used group by name
    union all
    select distinct current_name, 0, 0 from facts.department_name
),
placed as (
    select
        f.folded,
        s.name,
        row_number() over (partition by f.folded order by s.place, s.uses desc, length(s.name), s.name) as position
    from spelling as s
    join folded_name as f on f.name = s.name
    where f.folded is not null
),
listed as (
    select f.folded, n.current_name, n.from_year, n.to_year
    from facts.department_name as n
    join folded_name as f on f.name = n.name
),
asked as (
    select u.name, u.year, f.folded, min(l.current_name) as listed_name
    from (select distinct name, year from used) as u
    join folded_name as f on f.name = u.name
    left join listed as l
        on l.folded = f.folded
        and (l.from_year is null or u.year >= l.from_year)
        and (l.to_year is null or u.year <= l.to_year)
    group by u.name, u.year, f.folded
)
select
    a.name,
    a.year,
    coalesce(a.listed_name, p.name)     as department,
    coalesce(f.folded, a.folded)        as folded
from asked as a
left join placed as p on p.folded = a.folded and p.position = 1
left join folded_name as f on f.name = a.listed_name;
