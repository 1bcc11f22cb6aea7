-- zh: 全年预算数与年初预算数相差较大而没有说明。
-- en: The adjusted budget differs clearly from the initial one and no reason is given.
-- severity: note
-- reference: 核查口径·一致性
-- zh-todo: 写明预算调整的原因和依据。
-- en-todo: Say why and on what ground the budget was changed.
select
    f.evaluation,
    cast(null as integer) as n,
    f.cell,
    cast(null as decimal(18, 2)) as points,
    regexp_replace(cast(f.adjusted_budget_wan as varchar), '\.?0+$', '') as found,
    regexp_replace(cast(f.initial_budget_wan as varchar), '\.?0+$', '') as expected
from project_funding as f
join evaluation_in_force as e on e.evaluation = f.evaluation
join scheme as c on c.scheme = e.scheme
left join (
    select evaluation, count(case when regexp_matches(reason, '预算|追加|调整|调减|调增|压减') then 1 end) as explained
    from indicator_text
    where not reason_blank
    group by evaluation
) as r on r.evaluation = f.evaluation
where f.initial_budget_wan > 0
  and f.adjusted_budget_wan is not null
  and cast(cast(abs(f.budget_change_wan) as decimal(30, 6)) * 1000000 as hugeint) * 1000 > cast(cast(f.initial_budget_wan as decimal(30, 6)) * 1000000 as hugeint) * c.budget_change_permille
  and not regexp_matches(coalesce(e.goal_reached, ''), '追加|调整预算|预算调整|调减|调增|压减')
  and coalesce(r.explained, 0) = 0;
