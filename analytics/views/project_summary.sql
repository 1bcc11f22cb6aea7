-- One row per evaluation in force: three totals apart (as filed, by its own notes, by the scheme in force), grade, money, findings.
-- zh: 每份在用的自评表一行:三个总分分列(自评、按表内注释、按所用口径),等级、资金和核查发现数。
create or replace view project_summary as
with counted as (
    select
        evaluation,
        count(case when severity = 'error' then 1 end)   as errors,
        count(case when severity = 'warning' then 1 end) as warnings,
        count(case when severity = 'note' then 1 end)    as notes
    from counted_finding
    group by evaluation
)
select
    e.evaluation,
    e.document,
    e.document_name,
    e.place,
    e.year,
    e.county,
    e.department,
    e.filed_department,
    e.unit,
    e.project,
    e.version,
    cast(cast(s.of_points_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))         as total_points,
    cast(cast(s.indicator_points_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))  as indicator_points,
    cast(cast(s.filed_total_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))       as filed_total,
    cast(cast(s.indicator_score_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))   as indicator_score,
    cast(cast(s.notes_total_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))       as notes_total,
    cast(cast(s.recomputed_total_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))  as recomputed_total,
    cast(cast(s.low_total_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))         as low_total,
    cast(cast(s.high_total_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))        as high_total,
    s.total_formula,
    cast(cast(s.recomputed_100_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))    as recomputed_score_100,
    cast(cast(s.filed_100_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))         as filed_score_100,
    case
        when s.recomputed_100_cents >= c.excellent_from_cents then 'excellent'
        when s.recomputed_100_cents >= c.good_from_cents then 'good'
        when s.recomputed_100_cents >= c.fair_from_cents then 'fair'
        when s.recomputed_100_cents is not null then 'poor'
    end as grade,
    case
        when s.filed_100_cents >= c.excellent_from_cents then 'excellent'
        when s.filed_100_cents >= c.good_from_cents then 'good'
        when s.filed_100_cents >= c.fair_from_cents then 'fair'
        when s.filed_100_cents is not null then 'poor'
    end as filed_grade_100,
    cast(cast(s.filed_effective_cents - s.recomputed_total_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as inflation,
    cast(cast(s.verifiable_micro as decimal(18, 0)) * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) as verifiable_share,
    cast(cast(s.identical_micro as decimal(18, 0)) * cast(0.000001 as decimal(7, 6)) as decimal(18, 6))  as identical_share,
    f.initial_budget_wan,
    f.adjusted_budget_wan,
    f.executed_wan,
    f.unspent_wan,
    f.execution_rate,
    coalesce(n.errors, 0)   as errors,
    coalesce(n.warnings, 0) as warnings,
    coalesce(n.notes, 0)    as notes,
    e.filed_grade,
    e.scheme,
    e.notes_scheme,
    s.filed_100_cents,
    s.recomputed_100_cents,
    s.lines                 as indicators,
    s.identical_lines
from evaluation_in_force as e
join project_score as s on s.evaluation = e.evaluation
join project_funding as f on f.evaluation = e.evaluation
join scheme as c on c.scheme = e.scheme
left join counted as n on n.evaluation = e.evaluation;
