-- zh: 自评总分不等于各项得分之和,加上执行率得分、折算为百分后也不等。
-- en: The filed total is not the sum of the scores, neither with the execution score nor rescaled.
-- severity: error
-- reference: 核查口径·总分
-- zh-todo: 重新加总得分。
-- en-todo: Add up the scores again.
select
    s.evaluation,
    cast(null as integer) as n,
    e.total_cell as cell,
    cast(cast(abs(s.filed_total_cents - s.filed_by_formula_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    regexp_replace(cast(cast(cast(s.filed_total_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '') as found,
    regexp_replace(cast(cast(cast(s.filed_by_formula_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '') as expected
from project_score as s
join evaluation_in_force as e on e.evaluation = s.evaluation
join project_funding as f on f.evaluation = s.evaluation
where s.total_formula = 'unknown'
  and s.unscored_lines = 0
  and s.pointless_lines = 0
  and s.filed_total_cents is not null
  and s.filed_by_formula_cents is not null
  and coalesce(abs(s.indicator_score_cents + f.recomputed_execution_cents - s.filed_total_cents) > s.tolerance_cents, true);
