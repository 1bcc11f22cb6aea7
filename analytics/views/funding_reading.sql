-- One row per evaluation with money: its amounts, the rate of the row 年度资金总额, and the execution score that follows.
-- zh: 每份填有资金的自评表一行:资金、年度资金总额一行的执行率,以及由此得出的执行率得分。与口径无关。
-- Where that row holds no budget and its parts do, their sums stand in; a blank in that row is filled from them too.
create or replace view funding_reading as
with collected as (
    select
        evaluation,
        max(case when source_of_funds = 'total' then 1 else 0 end)                   as has_total,
        max(case when source_of_funds = 'total' then initial_budget_wan end)         as total_initial,
        max(case when source_of_funds = 'total' then adjusted_budget_wan end)        as total_adjusted,
        max(case when source_of_funds = 'total' then executed_wan end)               as total_executed,
        sum(case when source_of_funds <> 'total' then initial_budget_wan end)        as parts_initial,
        sum(case when source_of_funds <> 'total' then adjusted_budget_wan end)       as parts_adjusted,
        sum(case when source_of_funds <> 'total' then executed_wan end)              as parts_executed,
        max(case when source_of_funds = 'total' then points end)                     as total_points,
        max(case when source_of_funds <> 'total' then points end)                    as parts_points,
        max(case when source_of_funds = 'total' then filed_rate end)                 as total_filed_rate,
        max(case when source_of_funds = 'total' then filed_rate_step end)            as total_filed_rate_step,
        max(case when source_of_funds = 'total' then filed_score end)                as total_filed_score,
        max(case when source_of_funds = 'total' then filed_score_step end)           as total_filed_score_step,
        max(case when source_of_funds <> 'total' then filed_score end)               as parts_filed_score,
        max(case when source_of_funds <> 'total' then filed_score_step end)          as parts_filed_score_step,
        max(case when source_of_funds = 'total' then cell end)                       as total_cell,
        min(cell)                                                                    as first_cell
    from facts.funding
    group by evaluation
),
chosen as (
    select
        *,
        coalesce(total_adjusted, 0) = 0 and coalesce(parts_adjusted, 0) <> 0 as from_parts
    from collected
),
money as (
    select
        evaluation,
        has_total,
        cast(case when from_parts then coalesce(parts_initial, total_initial) else coalesce(total_initial, parts_initial) end
            as decimal(28, 6)) as initial_budget_wan,
        cast(case when from_parts then parts_adjusted else total_adjusted end as decimal(28, 6)) as adjusted_budget_wan,
        cast(case when from_parts then coalesce(parts_executed, total_executed) else coalesce(total_executed, parts_executed) end
            as decimal(28, 6)) as executed_wan,
        case when from_parts or (total_executed is null and parts_executed is not null) then 'parts' else 'total' end as money_from,
        coalesce(total_points, parts_points) as points,
        total_filed_rate as filed_rate,
        total_filed_rate_step as filed_rate_step,
        coalesce(total_filed_score, parts_filed_score) as filed_score,
        case when total_filed_score is not null then total_filed_score_step else parts_filed_score_step end as filed_score_step,
        coalesce(total_cell, first_cell) as cell
    from chosen
),
scaled as (
    select
        *,
        cast(floor(cast(points as decimal(30, 6)) * 100 + 0.5) as bigint)      as points_cents,
        cast(floor(cast(filed_score as decimal(30, 6)) * 100 + 0.5) as bigint) as filed_cents,
        cast(cast(adjusted_budget_wan as decimal(30, 6)) * 1000000 as hugeint) as budget,
        cast(cast(executed_wan as decimal(30, 6)) * 1000000 as hugeint)        as executed,
        case
            when adjusted_budget_wan is null then 'budget_blank'
            when adjusted_budget_wan <= 0 then 'budget_zero'
            when executed_wan is null then 'executed_blank'
        end as no_rate_reason
    from money
)
select
    *,
    case when no_rate_reason is null and executed >= 0
        then (2 * executed * 1000000 + budget) // (2 * budget) end as rate_micro,
    case when no_rate_reason is null and executed >= 0
        then (2 * least(executed, budget) * points_cents + budget) // (2 * budget) end as score_cents
from scaled;
