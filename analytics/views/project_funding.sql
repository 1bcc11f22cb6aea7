-- One row per evaluation in force: its money, the rate of the row 年度资金总额, and the execution score that follows.
-- zh: 每份在用的自评表一行:资金、年度资金总额一行的执行率,以及由此得出的执行率得分。
-- Where that row holds no budget and its parts do, their sums stand in; a blank in that row is filled from them too.
create or replace view project_funding as
select
    e.evaluation,
    e.year,
    s.department,
    e.unit,
    e.project,
    r.initial_budget_wan,
    r.adjusted_budget_wan,
    r.executed_wan,
    cast(r.adjusted_budget_wan - r.executed_wan as decimal(28, 6))        as unspent_wan,
    cast(r.adjusted_budget_wan - r.initial_budget_wan as decimal(28, 6))  as budget_change_wan,
    case when r.rate_micro is not null then
        cast(cast(least(r.rate_micro, 999999999999999999) as decimal(18, 0)) * cast(0.000001 as decimal(7, 6)) as decimal(18, 6))
    end as execution_rate,
    r.filed_rate,
    r.filed_rate_step,
    cast(cast(r.points_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as execution_points,
    cast(cast(r.filed_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))  as filed_execution_score,
    cast(cast(r.score_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))  as recomputed_execution_score,
    case when r.evaluation is null then 'budget_blank' else r.no_rate_reason end                 as no_rate_reason,
    r.money_from,
    r.cell,
    r.has_total,
    r.filed_score_step,
    r.rate_micro,
    r.points_cents                    as execution_points_cents,
    r.filed_cents                     as filed_execution_cents,
    cast(r.score_cents as bigint)     as recomputed_execution_cents
from form_scheme as s
join facts.evaluation as e on e.evaluation = s.evaluation
left join funding_reading as r on r.evaluation = e.evaluation;
