-- zh: 指标值只说程度或方向,无法衡量是否达到。
-- en: The target says only a degree or a direction; nothing shows whether it was reached.
-- severity: warning
-- reference: 财预〔2020〕10号:指标应当清晰、可衡量
-- zh-todo: 改为有数量、时间或合格标准的指标值。
-- en-todo: Replace it by a quantity, a date or a standard.
select
    i.evaluation,
    i.n,
    coalesce(i.target_cell, i.cell) as cell,
    cast(cast(i.high_cents - i.low_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    i.target as found,
    cast(null as varchar) as expected
from scored_indicator as i
join (
    select t.target_folded
    from (select distinct target_folded from indicator_text where target_kind = 'qualitative') as t
    join target_word as w on strpos(t.target_folded, w.word) > 0
    group by t.target_folded
    having count(case when w.role = 'vague' then 1 end) > 0 and count(case when w.role = 'definite' then 1 end) = 0
) as v on v.target_folded = i.target_folded
where i.points_cents > 0 and i.target_kind = 'qualitative';
