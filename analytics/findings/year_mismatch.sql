-- zh: 所写年度不是自评表的年度,不能作为本年度的依据。
-- en: The year in the cell is not the year of the form; it is no evidence for it.
-- severity: warning
-- reference: 核查口径·应得分
-- zh-todo: 改为本年度的指标值和实际值。
-- en-todo: Replace it by this year's target and actual.
select
    i.evaluation,
    i.n,
    coalesce(i.actual_cell, i.cell) as cell,
    i.filed_score as points,
    coalesce(i.target, '') || ' → ' || coalesce(i.actual, '') as found,
    cast(i.year as varchar) as expected
from scored_indicator as i
where i.rule = 'other_year' or (i.rule in ('date', 'late', 'time_unclear') and i.actual_year < i.year);
