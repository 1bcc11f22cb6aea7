-- One row per indicator in force: what was read, its texts folded (widths, spaces, punctuation), what each side holds.
-- zh: 每项在用的指标一行:所读内容,去掉空格、统一全半角的文字,以及两边各写了什么。
-- live: a line's texts stand in the facts already, and what each text folds to is looked up.
create or replace view indicator_text as
with folded as (
    select
        i.*,
        f.year,
        coalesce(t.folded, '') as target_folded,
        coalesce(a.folded, '') as actual_folded,
        coalesce(m.folded, '') as name_folded,
        cast(floor(cast(i.points as decimal(30, 6)) * 100 + 0.5) as bigint) as points_cents,
        cast(floor(cast(i.filed_score as decimal(30, 6)) * 100 + 0.5) as bigint) as filed_cents,
        -- A way of taking points off that is the line's own.
        d.method is not null as takes_off_its_own_way
    from facts.indicator as i
    join form_in_force as f on f.evaluation = i.evaluation
    left join folded_text as t on t.text = i.target
    left join folded_text as a on a.text = i.actual
    left join folded_text as m on m.text = i.name
    left join deducting_method as d on d.method = i.method
)
select
    *,
    trim(coalesce(reason, '')) in ('', '无', '/', '-', '—') as reason_blank,
    target_folded in ('不适用', '/', 'n/a') and actual_folded in ('不适用', '/', 'n/a') as not_applicable,
    strpos(coalesce(level2, level1, ''), '成本') > 0 as is_cost,
    target_kind in ('number', 'percent', 'permille', 'unit_price', 'rate', 'approximate', 'range', 'date', 'period')
        or (target_kind = 'compound' and target_family is not null) as target_is_figure,
    actual_kind in ('number', 'percent', 'permille', 'unit_price', 'rate', 'approximate', 'range', 'date', 'period')
        or (actual_kind = 'compound' and actual_family is not null) as actual_is_figure
from folded;
