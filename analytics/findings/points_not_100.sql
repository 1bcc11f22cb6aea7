-- zh: 分值合计不是 100 分(计入执行率分值也不是)。
-- en: The points do not add up to 100, with or without the execution points.
-- severity: error
-- reference: 财预〔2020〕10号:自评满分 100 分
-- zh-todo: 调整分值,使合计为 100 分。
-- en-todo: Adjust the points to 100.
select
    s.evaluation,
    cast(null as integer) as n,
    e.total_cell as cell,
    cast(cast(abs(10000 - s.indicator_points_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    regexp_replace(cast(cast(cast(s.indicator_points_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '') as found,
    '100' as expected
from project_score as s
join evaluation_in_force as e on e.evaluation = s.evaluation
where s.lines > 0
  and s.pointless_lines = 0
  and s.indicator_points_cents <> 10000
  and s.indicator_points_cents + s.execution_points_cents <> 10000
  and not (s.execution_points_cents = 0 and s.total_formula = 'indicators'
      and s.indicator_points_cents = s.whole_cents and s.whole_cents <> 10000);
