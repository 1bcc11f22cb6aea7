-- zh: 指标值的方向可疑:成本写成 ≥,或人数写成 ≤。
-- en: The direction of the target is doubtful: a cost with ≥, or a head count with ≤.
-- severity: warning
-- reference: 核查口径·一致性
-- zh-todo: 核对符号。
-- en-todo: Check the operator.
select
    i.evaluation,
    i.n,
    coalesce(i.target_cell, i.cell) as cell,
    cast(cast(i.high_cents - i.low_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    coalesce(i.name || ' ', '') || i.target as found,
    cast(null as varchar) as expected
from scored_indicator as i
where i.points_cents > 0
  and i.target_low_micro is distinct from 0
  and ((i.is_cost and i.target_operator in ('>=', '>') and i.target_family = 'money'
          and not regexp_matches(coalesce(i.name, '') || coalesce(i.target, ''), '节约|节省|降低|压减|减少|结余|收入|收益|增收'))
      or (i.target_operator in ('<=', '<') and i.target_unit in ('人', '名', '位', '人次', '户', '家')
          and i.target_high_micro > 0
          and not regexp_matches(coalesce(i.name, ''), '伤|亡|事故|失业|投诉|信访|上访|违|病|流失|返贫|超编|减少|控制|不超|编制|案|逾期|欠|辍学|贫困')));
