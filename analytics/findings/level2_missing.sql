-- zh: 没有填写二级指标。
-- en: The level-2 indicator is missing.
-- severity: warning
-- reference: 表内二级指标
-- zh-todo: 补填二级指标。
-- en-todo: Fill in the level-2 indicator.
select
    i.evaluation,
    i.n,
    i.cell as cell,
    cast(cast(i.points_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    cast(null as varchar) as found,
    cast(null as varchar) as expected
from scored_indicator as i
where i.points_cents > 0
  and coalesce(trim(i.level2), '') = ''
  -- A layout without levels is not at fault.
  and i.evaluation in (select evaluation from indicator_text where trim(level2) <> '');
