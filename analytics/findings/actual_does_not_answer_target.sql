-- zh: 实际值没有回答指标值。
-- en: The actual does not answer the target.
-- severity: warning
-- reference: 核查口径·应得分
-- zh-todo: 按指标值的内容填写实际完成情况。
-- en-todo: State what was reached in the terms of the target.
select
    i.evaluation,
    i.n,
    coalesce(i.actual_cell, i.cell) as cell,
    i.filed_score as points,
    i.actual as found,
    i.target as expected
from scored_indicator as i
left join (
    select t.target_folded
    from (select distinct target_folded from indicator_text where target_kind = 'qualitative') as t
    join target_word as w on strpos(t.target_folded, w.word) > 0
    group by t.target_folded
    having count(case when w.role = 'vague' then 1 end) > 0 and count(case when w.role = 'definite' then 1 end) = 0
) as v on v.target_folded = i.target_folded
where i.points_cents > 0
  and ((i.rule = 'no_answer' and v.target_folded is null)
      or (i.rule = 'words_for_figure' and coalesce(i.target_family, '') not in ('date', 'period')
          and not (i.filed_cents = 0 and not i.reason_blank)));
