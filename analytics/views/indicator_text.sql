-- One row per indicator in force: its texts folded (widths, spaces, punctuation), whose form it is, what each side holds.
-- zh: 每项在用的指标一行:去掉空格、统一全半角的文字,以及两边各写了什么。
create or replace view indicator_text as
with folded as (
    select
        i.*,
        e.year, e.county, e.department, e.unit, e.project, e.scheme, e.notes_scheme,
        lower(regexp_replace(translate(coalesce(i.target, ''), '０１２３４５６７８９％≧≦＞＜＝／．－', '0123456789%≥≤><=/.-'),
            '[\s,，。、；;：:！!？?“”"‘’''（）()【】《》]', '', 'g')) as target_folded,
        lower(regexp_replace(translate(coalesce(i.actual, ''), '０１２３４５６７８９％≧≦＞＜＝／．－', '0123456789%≥≤><=/.-'),
            '[\s,，。、；;：:！!？?“”"‘’''（）()【】《》]', '', 'g')) as actual_folded,
        lower(regexp_replace(translate(coalesce(i.name, ''), '０１２３４５６７８９％≧≦＞＜＝／．－', '0123456789%≥≤><=/.-'),
            '[\s,，。、；;：:！!？?“”"‘’''（）()【】《》]', '', 'g')) as name_folded,
        cast(floor(cast(i.points as decimal(30, 6)) * 100 + 0.5) as bigint) as points_cents,
        cast(floor(cast(i.filed_score as decimal(30, 6)) * 100 + 0.5) as bigint) as filed_cents
    from facts.indicator as i
    join evaluation_in_force as e on e.evaluation = i.evaluation
)
select
    *,
    trim(coalesce(reason, '')) in ('', '无', '/', '-', '—') as reason_blank,
    target_folded in ('不适用', '/', 'n/a') and actual_folded in ('不适用', '/', 'n/a') as not_applicable,
    -- A way of taking points off that is the line's own: 每低1%扣1分, 扣完为止, 否则不得分. One that names the share is the rule.
    regexp_matches(coalesce(method, ''), '扣[^,，。;；]{0,8}分|扣完|酌情|不得分|不计分|零分|(^|[^0-9.])0分')
        and not regexp_matches(coalesce(method, ''), '[AB][/／÷][AB]|比例|占比|完成率|得分率') as takes_off_its_own_way,
    strpos(coalesce(level2, level1, ''), '成本') > 0 as is_cost,
    target_kind in ('number', 'percent', 'permille', 'unit_price', 'rate', 'approximate', 'range', 'date', 'period')
        or (target_kind = 'compound' and target_family is not null) as target_is_figure,
    actual_kind in ('number', 'percent', 'permille', 'unit_price', 'rate', 'approximate', 'range', 'date', 'period')
        or (actual_kind = 'compound' and actual_family is not null) as actual_is_figure
from folded;
