-- One row per text that stands as a name, target or actual: the text without widths, spaces and punctuation.
-- zh: 指标名称、指标值和实际值中的每段文字一行:去掉空格和标点、统一全半角后的写法。
-- Each text is folded once, however many lines hold it.
create or replace view folded_text as
with written as (
    select target as text from facts.indicator where target is not null
    union
    select actual from facts.indicator where actual is not null
    union
    select name from facts.indicator where name is not null
),
narrow as (
    select
        text,
        case when regexp_matches(text, '[０１２３４５６７８９％≧≦＞＜＝／．－]')
            then translate(text, '０１２３４５６７８９％≧≦＞＜＝／．－', '0123456789%≥≤><=/.-') else text end as narrowed
    from written
)
select text, lower(regexp_replace(narrowed, '[\s,，。、；;：:！!？?“”"‘’''（）()【】《》]', '', 'g')) as folded
from narrow;
