-- One row per year: the whole county. Rates are sums over sums, scores are means of forms, of 100.
-- zh: 每年一行:全县。比率为合计数之比,得分为各表的平均。
create or replace view county_summary as
with forms as (
    select
        year,
        count(*)                                                     as forms,
        count(distinct coalesce(department, ''))                     as departments,
        cast(sum(initial_budget_wan) as decimal(28, 6))              as initial_budget_wan,
        cast(sum(adjusted_budget_wan) as decimal(28, 6))             as adjusted_budget_wan,
        cast(sum(executed_wan) as decimal(28, 6))                    as executed_wan,
        cast(sum(filed_100_cents) as hugeint)                        as filed_sum,
        count(filed_100_cents)                                       as filed_forms,
        cast(sum(recomputed_100_cents) as hugeint)                   as recomputed_sum,
        count(recomputed_100_cents)                                  as recomputed_forms,
        cast(sum(inflation) as decimal(24, 2))                       as inflation,
        count(case when filed_100_cents >= 10000 then 1 end)         as full_mark_forms,
        cast(sum(errors) as bigint)                                  as errors,
        cast(sum(warnings) as bigint)                                as warnings
    from project_summary
    group by year
),
changed as (
    select year, cast(sum(budget_change_wan) as decimal(28, 6)) as budget_change_wan
    from project_funding
    group by year
),
lines as (
    select
        year,
        cast(sum(lines) as bigint)                                       as indicators,
        cast(sum(overstated_lines) as bigint)                            as overstated_indicators,
        cast(sum(low_scoring_lines) as bigint)                           as low_scoring_indicators,
        cast(sum(scored_points_cents) as hugeint)                        as points_cents,
        cast(sum(indicator_high_cents - indicator_low_cents) as hugeint) as open_cents
    from project_score
    group by year
),
lagging as (
    select year, count(case when lags then 1 end) as lagging_departments
    from lagging_department
    group by year
)
select
    f.year,
    f.forms,
    f.departments,
    f.initial_budget_wan,
    f.adjusted_budget_wan,
    f.executed_wan,
    cast(f.adjusted_budget_wan - f.executed_wan as decimal(28, 6)) as unspent_wan,
    c.budget_change_wan,
    case when cast(cast(f.adjusted_budget_wan as decimal(30, 6)) * 1000000 as hugeint) > 0 and cast(cast(f.executed_wan as decimal(30, 6)) * 1000000 as hugeint) is not null then cast(cast(least((2 * cast(cast(cast(f.executed_wan as decimal(30, 6)) * 1000000 as hugeint) as hugeint) * 1000000 + cast(cast(f.adjusted_budget_wan as decimal(30, 6)) * 1000000 as hugeint)) // (2 * cast(cast(f.adjusted_budget_wan as decimal(30, 6)) * 1000000 as hugeint)), 999999999999999999) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end as execution_rate,
    cast(cast(case when f.filed_forms > 0 then (2 * f.filed_sum + f.filed_forms) // (2 * f.filed_forms) end as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as filed_score_100,
    cast(cast(case when f.recomputed_forms > 0 then (2 * f.recomputed_sum + f.recomputed_forms) // (2 * f.recomputed_forms) end as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as recomputed_score_100,
    f.inflation,
    f.full_mark_forms,
    coalesce(l.indicators, 0)             as indicators,
    coalesce(l.overstated_indicators, 0)  as overstated_indicators,
    coalesce(l.low_scoring_indicators, 0) as low_scoring_indicators,
    f.errors,
    f.warnings,
    case when l.points_cents > 0 and (l.points_cents - l.open_cents) is not null then cast(cast(least((2 * cast((l.points_cents - l.open_cents) as hugeint) * 1000000 + l.points_cents) // (2 * l.points_cents), 999999999999999999) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end as verifiable_share,
    coalesce(g.lagging_departments, 0)    as lagging_departments
from forms as f
join changed as c on c.year is not distinct from f.year
left join lines as l on l.year is not distinct from f.year
left join lagging as g on g.year is not distinct from f.year;
