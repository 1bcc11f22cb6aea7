-- One row per rule and year: how often it was broken. A rule without a hit is listed too: passed is not the same as not checked.
-- zh: 每条规则、每年一行:命中多少处。没有命中的也列出:查过没有问题,不等于没有查。
create or replace view finding_count as
with years as (
    select distinct year from evaluation_in_force
),
hit as (
    select rule, year, count(*) as hits, count(distinct evaluation) as forms, sum(points) as points
    from counted_finding
    group by rule, year
)
select
    r.rule,
    y.year,
    coalesce(h.hits, 0)                              as hits,
    coalesce(h.forms, 0)                             as forms,
    cast(coalesce(h.points, 0) as decimal(24, 2))    as points,
    r.severity
from rule as r
cross join years as y
left join hit as h on h.rule = r.rule and h.year is not distinct from y.year;
