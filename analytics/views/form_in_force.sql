-- One row per evaluation in force (neither superseded nor held, and of a project): what counts of it under every scheme.
-- zh: 每份在用的项目自评表一行(未被更正版代替、未待确认):年度、部门、表上所印的总分、预算执行率及其得分,以及表上写明归于哪个口径。与所用口径无关。
-- Whose it is, its printed totals and its execution score in cents, the scheme that it claims. Nothing in it depends on a scheme.
-- The form of a whole department (layout D) is no project: see whole_department.
-- claimed_scheme is null where neither the bands that the form prints nor its county tell.
create or replace view form_in_force as
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
)
select
    e.evaluation,
    e.year,
    n.department,
    cast(floor(cast(e.total_points as decimal(30, 6)) * 100 + 0.5) as bigint)                as total_points_cents,
    cast(floor(cast(coalesce(e.total_points, 100) as decimal(30, 6)) * 100 + 0.5) as bigint) as whole_cents,
    cast(floor(cast(e.filed_total as decimal(30, 6)) * 100 + 0.5) as bigint)                 as filed_total_cents,
    -- Half a unit of the last decimal that the form printed, 5 cents at least and 10 at most.
    least(greatest(cast(floor(cast(coalesce(e.filed_total_step, 0) as decimal(30, 6)) * 50 + 0.5) as bigint), 5), 10) as tolerance_cents,
    coalesce(r.points_cents, 0)         as execution_points_cents,
    r.filed_cents                       as execution_filed_cents,
    cast(r.score_cents as bigint)       as execution_recomputed_cents,
    r.rate_micro,
    coalesce(least(p.scheme, m.scheme), k.scheme) as claimed_scheme,
    case when p.scheme is not null or m.scheme is not null then 'notes' when k.scheme is not null then 'county' end as claimed_by
from facts.evaluation as e
left join current_department as n on n.name = e.department and n.year is not distinct from e.year
left join printed_claim as p on p.text = e.notes
left join by_method as m on m.evaluation = e.evaluation
left join by_place as k on k.county = e.county and k.year = e.year
left join funding_reading as r on r.evaluation = e.evaluation
where e.superseded_by is null and e.held is null and e.layout <> 'D';
