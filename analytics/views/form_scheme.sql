-- One row per evaluation in force: year, department, and which scheme it follows by itself and in this session.
-- zh: 每份在用的自评表一行:年度、部门和归于哪个口径。表上印的注释先于县名。
-- notes_scheme is the form's own: the bands that it prints come before its county; scheme is the one that the session uses.
create or replace view form_scheme as
with by_method as (
    select i.evaluation, min(p.scheme) as scheme
    from facts.indicator as i
    join printed_claim as p on p.text = i.method
    group by i.evaluation
),
by_place as (
    select k.county, k.year, min(c.scheme) as scheme
    from (select distinct county, year from facts.evaluation) as k
    join scheme_claim as c on strpos(k.county, c.county) > 0 and k.year between c.year_from and c.year_to
    group by k.county, k.year
),
own as (
    select
        e.evaluation,
        e.year,
        n.department,
        least(p.scheme, m.scheme)   as by_phrase,
        k.scheme                    as by_county
    from form_in_force as f
    join facts.evaluation as e on e.evaluation = f.evaluation
    left join current_department as n on n.name = e.department and n.year is not distinct from e.year
    left join printed_claim as p on p.text = e.notes
    left join by_method as m on m.evaluation = e.evaluation
    left join by_place as k on k.county = e.county and k.year = e.year
),
followed as (
    select
        o.evaluation,
        o.year,
        o.department,
        coalesce(o.by_phrase, o.by_county, s.scheme) as notes_scheme,
        case when o.by_phrase is not null then 'notes' when o.by_county is not null then 'county' else 'default' end as notes_scheme_from
    from own as o
    cross join (select scheme from scheme where is_default) as s
)
select f.*, a.scheme
from followed as f
join applied_scheme as a on a.notes_scheme = f.notes_scheme;
