-- zh: 实际值带有 ≥、≤ 等符号,只是界限,不是实测值。
-- en: The actual is a bound with an operator, not a measured value.
-- severity: warning
-- reference: 核查口径·一致性
-- zh-todo: 填写实测的数值。
-- en-todo: Fill in the measured value.
select
    i.evaluation,
    i.n,
    coalesce(i.actual_cell, i.cell) as cell,
    i.filed_score as points,
    i.actual as found,
    i.target as expected
from scored_indicator as i
where i.actual_signed
  and i.actual_operator in ('>=', '>', '<=', '<')
  and i.actual_kind not in ('approximate', 'blank', 'doubtful')
  and coalesce(i.actual_family, '') not in ('date', 'period')
  and i.target_folded <> i.actual_folded;
