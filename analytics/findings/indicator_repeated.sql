-- zh: 同一份表内同一指标重复计分。
-- en: The same indicator is scored more than once in one form.
-- severity: warning
-- reference: 核查口径·一致性
-- zh-todo: 删去重复的指标,或写明区别。
-- en-todo: Remove the repeated line, or tell the two apart.
with first as (
    select evaluation, name_folded, target_folded, coalesce(level2, '') as level2, min(n) as first_n
    from indicator_text
    where length(name_folded) >= 4 and points_cents > 0
    group by evaluation, name_folded, target_folded, coalesce(level2, '')
    having count(*) > 1
)
select
    i.evaluation,
    i.n,
    i.cell,
    i.points,
    i.name as found,
    o.cell as expected
from first as f
join indicator_text as i on i.evaluation = f.evaluation and i.name_folded = f.name_folded
    and i.target_folded = f.target_folded and coalesce(i.level2, '') = f.level2
join indicator_text as o on o.evaluation = f.evaluation and o.n = f.first_n
where i.n > f.first_n and i.points_cents > 0;
