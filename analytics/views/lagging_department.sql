-- One row per department and year: the six criteria with the county's median and the rank (1 = lags most), and the index of them.
-- zh: 每个部门、年度一行:六项标准各与全县中位数比较、排名,滞后指数是它们的加权平均(0 至 1,越大越滞后)。
-- lag_index is the weighted mean of the shares of departments that do better (0–1, higher lags more), over the criteria with a value.
create or replace view lagging_department as
with weighted as (
    select
        c.*,
        case c.criterion when 'execution_rate' then s.lag_weight_execution when 'recomputed_score' then s.lag_weight_score when 'inflation' then s.lag_weight_inflation when 'low_scoring_share' then s.lag_weight_low_scoring when 'unexplained_shortfalls' then s.lag_weight_unexplained when 'errors_per_form' then s.lag_weight_errors end as weight,
        s.lagging_below_permille,
        s.lagging_reasons,
        c.in_worst_quarter or (c.criterion = 'execution_rate' and c.goodness * 1000 < s.lagging_below_permille) as is_reason
    from department_criterion as c
    cross join (
        select s.*
        from scheme as s
        join scheme_bound as k on k.scheme = s.scheme
    ) as s
),
listed as (
    select
        c.department,
        c.year,
        max(case when c.criterion = 'execution_rate' then c.signed_median end) as execution_rate_median,
        max(case when c.criterion = 'execution_rate' then c.criterion_rank end) as execution_rate_rank,
        max(case when c.criterion = 'recomputed_score' then c.signed_median end) as recomputed_score_median,
        max(case when c.criterion = 'recomputed_score' then c.criterion_rank end) as recomputed_score_rank,
        max(case when c.criterion = 'inflation' then -c.signed_median end) as inflation_median,
        max(case when c.criterion = 'inflation' then c.criterion_rank end) as inflation_rank,
        max(case when c.criterion = 'low_scoring_share' then -c.signed_median end) as low_scoring_share_median,
        max(case when c.criterion = 'low_scoring_share' then c.criterion_rank end) as low_scoring_share_rank,
        max(case when c.criterion = 'unexplained_shortfalls' then -c.signed_median end) as unexplained_shortfalls_median,
        max(case when c.criterion = 'unexplained_shortfalls' then c.criterion_rank end) as unexplained_shortfalls_rank,
        max(case when c.criterion = 'errors_per_form' then -c.signed_median end) as errors_per_form_median,
        max(case when c.criterion = 'errors_per_form' then c.criterion_rank end) as errors_per_form_rank,
        cast(sum(c.weight * c.twice_better) as hugeint) as lag_sum,
        cast(sum(c.weight * 2 * (c.departments - 1)) as hugeint) as lag_most,
        string_agg(case when c.is_reason then c.criterion end, ';' order by c.place) as reasons,
        count(case when c.is_reason then 1 end) >= max(c.lagging_reasons)
            or count(case when c.criterion = 'execution_rate' and c.goodness * 1000 < c.lagging_below_permille then 1 end) > 0 as lags
    from weighted as c
    group by c.department, c.year
),
indexed as (
    select
        *,
        case when lag_most > 0 then (2 * lag_sum * 1000000 + lag_most) // (2 * lag_most) else 0 end as lag_micro
    from listed
),
ranked as (
    select *, rank() over (partition by year order by lag_micro desc) as lag_rank
    from indexed
)
select
    d.department,
    d.year,
    d.projects,
    d.execution_rate,
    cast(l.execution_rate_median as decimal(30, 6)) as execution_rate_median,
    l.execution_rate_rank as execution_rate_rank,
    d.recomputed_score_100,
    cast(l.recomputed_score_median as decimal(24, 2)) as recomputed_score_100_median,
    l.recomputed_score_rank as recomputed_score_100_rank,
    d.inflation_per_form,
    cast(l.inflation_median as decimal(24, 2)) as inflation_per_form_median,
    l.inflation_rank as inflation_per_form_rank,
    d.low_scoring_points_share,
    cast(l.low_scoring_share_median as decimal(30, 6)) as low_scoring_points_share_median,
    l.low_scoring_share_rank as low_scoring_points_share_rank,
    d.unexplained_per_form,
    cast(l.unexplained_shortfalls_median as decimal(30, 6)) as unexplained_per_form_median,
    l.unexplained_shortfalls_rank as unexplained_per_form_rank,
    d.errors_per_form,
    cast(l.errors_per_form_median as decimal(30, 6)) as errors_per_form_median,
    l.errors_per_form_rank as errors_per_form_rank,
    d.unexplained_shortfalls,
    cast(cast(l.lag_micro as decimal(18, 0)) * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) as lag_index,
    l.lag_rank,
    d.projects < 3                      as small_number,
    coalesce(l.reasons, '')             as reasons,
    coalesce(l.lags, false)             as lags,
    b.lag_rank                          as previous_lag_rank,
    coalesce(l.lags and b.lags, false)  as repeat,
    d.adjusted_budget_wan,
    d.executed_wan,
    d.unspent_wan,
    d.filed_score_100,
    d.verifiable_share
from department_summary as d
left join ranked as l on l.department is not distinct from d.department and l.year is not distinct from d.year
left join ranked as b on b.department is not distinct from d.department and b.year = d.year - 1;
