-- zh: 各项来源之和与年度资金总额不一致。
-- en: The sources of funds do not add up to the total row.
-- severity: warning
-- reference: 表内项目资金:其中各行合计为年度资金总额
-- zh-todo: 核对各行金额。
-- en-todo: Check the amounts of each row.
-- Each row is rounded to what it prints: 0.02 万元 are left for that. An empty total row has its own rule.
with summed as (
    select
        f.evaluation,
        min(case when f.source_of_funds = 'total' then f.cell end)                      as cell,
        max(case when f.source_of_funds = 'total' then f.adjusted_budget_wan end)       as total_adjusted,
        sum(case when f.source_of_funds <> 'total' then f.adjusted_budget_wan end)      as parts_adjusted,
        max(case when f.source_of_funds = 'total' then f.executed_wan end)              as total_executed,
        sum(case when f.source_of_funds <> 'total' then f.executed_wan end)             as parts_executed,
        max(case when f.source_of_funds = 'total' then f.initial_budget_wan end)        as total_initial,
        sum(case when f.source_of_funds <> 'total' then f.initial_budget_wan end)       as parts_initial
    from facts.funding as f
    join evaluation_in_force as e on e.evaluation = f.evaluation
    group by f.evaluation
),
compared as (
    select
        *,
        case
            when abs(total_adjusted - parts_adjusted) > 0.02 then 'adjusted'
            when abs(total_executed - parts_executed) > 0.02 then 'executed'
            when abs(total_initial - parts_initial) > 0.02 then 'initial'
        end as differs
    from summed
    where coalesce(total_adjusted, 0) <> 0
)
select
    evaluation,
    cast(null as integer) as n,
    cell,
    cast(null as decimal(18, 2)) as points,
    regexp_replace(cast(case differs when 'adjusted' then parts_adjusted when 'executed' then parts_executed else parts_initial end as varchar), '\.?0+$', '') as found,
    regexp_replace(cast(case differs when 'adjusted' then total_adjusted when 'executed' then total_executed else total_initial end as varchar), '\.?0+$', '') as expected
from compared
where differs is not null;
