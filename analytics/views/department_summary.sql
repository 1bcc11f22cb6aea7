-- One row per department and year: scores filed and recomputed (means of forms, of 100), money, weak lines, findings.
-- zh: 每个部门、年度一行:自评与复算得分(各表的平均,百分制)、资金、低分指标和核查发现。
create or replace view department_summary as
with lines as (
    select
        department,
        year,
        cast(sum(low_scoring_lines) as bigint)                              as low_scoring_indicators,
        cast(sum(low_scoring_points_cents) as hugeint)                      as low_scoring_cents,
        cast(sum(scored_points_cents) as hugeint)                           as points_cents,
        cast(sum(indicator_high_cents - indicator_low_cents) as hugeint)    as open_cents
    from project_score
    group by department, year
),
unexplained as (
    select department, year, count(*) as unexplained_shortfalls
    from counted_finding
    where rule = 'shortfall_unexplained'
    group by department, year
),
forms as (
    select
        department,
        year,
        count(*)                                                  as projects,
        cast(sum(filed_100_cents) as hugeint)                     as filed_sum,
        count(filed_100_cents)                                    as filed_forms,
        cast(sum(recomputed_100_cents) as hugeint)                as recomputed_sum,
        count(recomputed_100_cents)                               as recomputed_forms,
        cast(sum(filed_100_cents - recomputed_100_cents) as hugeint) as inflation_sum,
        count(filed_100_cents - recomputed_100_cents)             as inflation_forms,
        sum(errors)                                               as errors,
        sum(warnings)                                             as warnings
    from project_summary
    group by department, year
)
select
    f.department,
    f.year,
    f.projects,
    cast(cast(case when f.filed_forms > 0 then (2 * f.filed_sum + f.filed_forms) // (2 * f.filed_forms) end as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as filed_score_100,
    cast(cast(case when f.recomputed_forms > 0 then (2 * f.recomputed_sum + f.recomputed_forms) // (2 * f.recomputed_forms) end as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as recomputed_score_100,
    cast(cast(case when f.inflation_forms > 0 then case when f.inflation_sum < 0 then -1 else 1 end * ((2 * abs(f.inflation_sum) + f.inflation_forms) // (2 * f.inflation_forms)) end as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as inflation_per_form,
    e.initial_budget_wan,
    e.adjusted_budget_wan,
    e.executed_wan,
    e.unspent_wan,
    e.budget_change_wan,
    e.execution_rate,
    coalesce(l.low_scoring_indicators, 0) as low_scoring_indicators,
    case when l.points_cents > 0 and coalesce(l.low_scoring_cents, 0) is not null then cast(cast(least((2 * cast(coalesce(l.low_scoring_cents, 0) as hugeint) * 1000000 + l.points_cents) // (2 * l.points_cents), 999999999999999999) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end as low_scoring_points_share,
    coalesce(u.unexplained_shortfalls, 0) as unexplained_shortfalls,
    case when f.projects > 0 and coalesce(u.unexplained_shortfalls, 0) is not null then cast(cast(least((2 * cast(coalesce(u.unexplained_shortfalls, 0) as hugeint) * 1000000 + f.projects) // (2 * f.projects), 999999999999999999) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end as unexplained_per_form,
    cast(f.errors as bigint)              as errors,
    case when f.projects > 0 and f.errors is not null then cast(cast(least((2 * cast(f.errors as hugeint) * 1000000 + f.projects) // (2 * f.projects), 999999999999999999) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end as errors_per_form,
    cast(f.warnings as bigint)            as warnings,
    case when l.points_cents > 0 and (l.points_cents - l.open_cents) is not null then cast(cast(least((2 * cast((l.points_cents - l.open_cents) as hugeint) * 1000000 + l.points_cents) // (2 * l.points_cents), 999999999999999999) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end as verifiable_share
from forms as f
join department_execution as e on e.department is not distinct from f.department and e.year is not distinct from f.year
left join lines as l on l.department is not distinct from f.department and l.year is not distinct from f.year
left join unexplained as u on u.department is not distinct from f.department and u.year is not distinct from f.year;
