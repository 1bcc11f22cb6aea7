-- zh: 实际值照抄指标值(连同符号或整句),不是实际完成的值。
-- en: The actual repeats the target, operator or whole sentence, and is no measurement.
-- severity: warning
-- reference: 核查口径·一致性
-- zh-todo: 填写实际完成的数值或情况。
-- en-todo: Fill in what was really reached.
select
    i.evaluation,
    i.n,
    coalesce(i.actual_cell, i.cell) as cell,
    i.filed_score as points,
    i.actual as found,
    i.target as expected
from scored_indicator as i
where i.target_folded = i.actual_folded
  and not i.not_applicable
  and coalesce(i.actual_family, '') not in ('date', 'period')
  and ((i.actual_signed and i.actual_operator in ('>=', '>', '<=', '<'))
      or (i.actual_kind = 'qualitative' and length(i.actual_folded) >= 8));
