-- One row per printed text (a form's notes, a line's way of scoring) that holds the words of a scheme: which scheme.
-- zh: 每段印有某口径原话的文字一行(表的注释或指标的计分方法):归于哪个口径。
-- Each text is looked at once, however many forms print it.
create or replace view printed_claim as
with printed as (
    select notes as text from facts.evaluation where notes is not null
    union
    select method from facts.indicator where method is not null
),
folded as (
    select text, translate(regexp_replace(text, '\s', '', 'g'), '％－—~～', '%----') as plain
    from printed
)
select f.text, min(c.scheme) as scheme
from folded as f
join scheme_claim as c on strpos(f.plain, c.phrase) > 0
group by f.text;
