-- One row per target in words and its actual that answers it: from which level to which (0 none, 1 partly, 2 agreed, 3 full).
-- zh: 每对文字的指标值和实际值一行:实际值属于哪一档(未达成、部分达成、达成)。
-- A hedge ("未", "部分", "基本") in front of the target's words, or of a word for done, comes before any agreement.
create or replace view wording_answer as
with pair as (
    select distinct
        target_folded,
        actual_folded,
        regexp_replace(actual_folded, '(无|不存在|没有)(未|没有)(完成|达成|达到)', '', 'g') as actual_plain
    from indicator_text
    where target_kind <> 'blank' and actual_kind <> 'blank' and (not target_is_figure or target_folded = actual_folded)
),
said as (
    select
        *,
        target_folded = actual_folded as same,
        length(target_folded) >= 2 and strpos(actual_folded, target_folded) > 0 as repeats,
        case when length(target_folded) >= 2 and strpos(actual_folded, target_folded) > 0
            then substr(actual_folded, 1, strpos(actual_folded, target_folded) - 1) else '' end as before_repeat,
        case when length(target_folded) >= 2 then replace(actual_plain, target_folded, '') else actual_plain end as remainder
    from pair
),
hedged as (
    select s.target_folded, s.actual_folded, h.low_level, h.high_level
    from said as s
    join hedge as h on length(s.before_repeat) >= length(h.word) and right(s.before_repeat, length(h.word)) = h.word
    where not s.same
    union all
    select s.target_folded, s.actual_folded, h.low_level, h.high_level
    from said as s
    join hedged_phrase as h on strpos(s.remainder, h.phrase) > 0
    where not s.same
),
widened as (
    select * from hedged
    union all
    select h.target_folded, h.actual_folded, b.low_level, b.high_level
    from hedged as h
    join beside as b on strpos(h.actual_folded, b.word) > 0 and strpos(h.target_folded, b.word) = 0
),
level as (
    select target_folded, actual_folded, min(low_level) as low_level, max(high_level) as high_level
    from widened
    group by target_folded, actual_folded
)
select
    s.target_folded,
    s.actual_folded,
    coalesce(l.low_level, 2) as low_level,
    coalesce(l.high_level, 3) as high_level
from said as s
left join level as l on l.target_folded = s.target_folded and l.actual_folded = s.actual_folded
left join achieved as a on a.phrase = s.actual_folded
where s.same or s.repeats or l.low_level is not null or a.phrase is not null;
