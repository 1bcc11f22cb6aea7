-- zh: 年度总体目标中的数量与指标值或实际值不一致。
-- en: A quantity in the overall goal contradicts the indicator of the same thing.
-- severity: warning
-- reference: 核查口径·一致性
-- zh-todo: 核对并统一两处的数量。
-- en-todo: Check and bring the two into line.
-- 75条政务内网 in the goal, 76条 in the target of 统计政务内网线路. Said only where the unit is the same and the four characters
-- after the unit, or before the figure, stand in the indicator's name: other figures of the goal are about other things.
with plain as (
    select
        evaluation, place,
        regexp_replace(coalesce(goal, ''), '\s|不少于|不低于|达到|至少|共计|约|个数', '', 'g')         as promised,
        regexp_replace(coalesce(goal_reached, ''), '\s|不少于|不低于|达到|至少|共计|约|个数', '', 'g') as reached
    from evaluation_in_force
),
phrase as (
    select evaluation, place, 'target' as side, 'after' as subject, unnest(regexp_extract_all(promised, '\d+(?:\.\d+)?[一-龥]{5,10}')) as words from plain
    union all
    select evaluation, place, 'actual', 'after', unnest(regexp_extract_all(reached, '\d+(?:\.\d+)?[一-龥]{5,10}')) from plain
    union all
    select evaluation, place, 'target', 'before', unnest(regexp_extract_all(promised, '[一-龥]{4,10}\d+(?:\.\d+)?[一-龥]{1,3}')) from plain
    union all
    select evaluation, place, 'actual', 'before', unnest(regexp_extract_all(reached, '[一-龥]{4,10}\d+(?:\.\d+)?[一-龥]{1,3}')) from plain
),
figure as (
    select
        evaluation, place, side, subject,
        regexp_extract(words, '\d+(?:\.\d+)?')               as figure,
        regexp_extract(words, '\d+(?:\.\d+)?([一-龥]+)', 1)  as following,
        regexp_extract(words, '([一-龥]+)\d', 1)               as leading
    from phrase
),
matched as (
    select
        f.evaluation, f.place, f.side, f.figure, i.n, i.target_unit as unit, i.points, i.target, i.actual,
        case f.side when 'target' then coalesce(i.target_low, i.target_high) else coalesce(i.actual_low, i.actual_high) end as stated
    from figure as f
    join indicator_text as i on i.evaluation = f.evaluation
    where i.target_kind = 'number'
      and i.actual_kind = 'number'
      and i.target_unit = coalesce(i.actual_unit, i.target_unit)
      and i.target_unit not in ('万元', '元', '亿元', '年', '月', '日', '天')
      and left(f.following, length(i.target_unit)) = i.target_unit
      and ((f.subject = 'after' and strpos(i.name_folded, substr(f.following, length(i.target_unit) + 1, 4)) > 0
              and length(f.following) >= length(i.target_unit) + 4)
          or (f.subject = 'before' and strpos(i.name_folded, right(f.leading, 4)) > 0))
),
contradicted as (
    select evaluation, place, n, side, unit, points, target, actual, string_agg(distinct figure || unit, ' / ' order by figure || unit) as found
    from matched
    group by evaluation, place, n, side, unit, points, target, actual
    having count(case when cast(figure as decimal(18, 6)) = try_cast(stated as decimal(18, 6)) then 1 end) = 0
       and count(stated) > 0
)
select
    evaluation,
    cast(null as integer) as n,
    min(place) as cell,
    cast(null as decimal(18, 2)) as points,
    string_agg(distinct found, ' / ' order by found) as found,
    min(target || ' / ' || actual) as expected
from contradicted
group by evaluation, n;
