-- One row per department, year and source of funds (the parts of 年度资金总额): its money and how much of it was spent.
-- zh: 每个部门、年度、资金来源一行:金额及执行了多少。
create or replace view funding_source as
with summed as (
    select
        e.year,
        e.department,
        f.source_of_funds,
        sum(f.initial_budget_wan)  as initial_budget_wan,
        sum(f.adjusted_budget_wan) as adjusted_budget_wan,
        sum(f.executed_wan)        as executed_wan
    from facts.funding as f
    join evaluation_in_force as e on e.evaluation = f.evaluation
    where f.source_of_funds <> 'total'
    group by e.year, e.department, f.source_of_funds
)
select
    year,
    department,
    source_of_funds,
    cast(initial_budget_wan as decimal(28, 6))  as initial_budget_wan,
    cast(adjusted_budget_wan as decimal(28, 6)) as adjusted_budget_wan,
    cast(executed_wan as decimal(28, 6))        as executed_wan,
    case when adjusted_budget_wan > 0 and executed_wan >= 0 then cast(cast(least(
        (2 * cast(cast(executed_wan as decimal(30, 6)) * 1000000 as hugeint) * 1000000 + cast(cast(adjusted_budget_wan as decimal(30, 6)) * 1000000 as hugeint))
            // (2 * cast(cast(adjusted_budget_wan as decimal(30, 6)) * 1000000 as hugeint)),
        999999999999999999) as decimal(18, 0)) * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end as execution_rate
from summed;
