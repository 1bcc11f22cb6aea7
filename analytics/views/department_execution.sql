-- One row per department and year: how much of its budget was spent.
-- zh: 每个部门、年度一行:预算执行了多少。按部门合计数之比,不是各项目执行率的平均。
-- Spent over budget of the whole department, never the mean of its projects' rates; that mean stands beside it under its own name.
create or replace view department_execution as
with summed as (
    select
        department,
        year,
        count(*)                                         as projects,
        cast(sum(initial_budget_wan) as decimal(28, 6))  as initial_budget_wan,
        cast(sum(adjusted_budget_wan) as decimal(28, 6)) as adjusted_budget_wan,
        cast(sum(executed_wan) as decimal(28, 6))        as executed_wan,
        cast(sum(budget_change_wan) as decimal(28, 6))   as budget_change_wan,
        cast(sum(rate_micro) as hugeint)                 as rate_sum,
        count(rate_micro)                                as rated,
        count(case when rate_micro < 800000 then 1 end)  as projects_below_80,
        count(case when rate_micro < 900000 then 1 end)  as projects_below_90
    from project_funding
    group by department, year
)
select
    department,
    year,
    projects,
    initial_budget_wan,
    adjusted_budget_wan,
    executed_wan,
    cast(adjusted_budget_wan - executed_wan as decimal(28, 6)) as unspent_wan,
    budget_change_wan,
    case when cast(cast(adjusted_budget_wan as decimal(30, 6)) * 1000000 as hugeint) > 0 and cast(cast(executed_wan as decimal(30, 6)) * 1000000 as hugeint) is not null then cast(cast(least((2 * cast(cast(cast(executed_wan as decimal(30, 6)) * 1000000 as hugeint) as hugeint) * 1000000 + cast(cast(adjusted_budget_wan as decimal(30, 6)) * 1000000 as hugeint)) // (2 * cast(cast(adjusted_budget_wan as decimal(30, 6)) * 1000000 as hugeint)), 999999999999999999) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end as execution_rate,
    case when rated > 0 then cast(cast(least((2 * rate_sum + rated) // (2 * rated), 999999999999999999) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end as mean_project_rate,
    projects_below_80,
    projects_below_90
from summed;
