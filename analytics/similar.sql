-- The passages of one kind that are long enough and not everybody's: (shortest, kind, most projects) are bound.
-- Texts and project names are folded alike: without punctuation, spaces and figures.
with form as (
    select
        evaluation, year, goal, goal_reached,
        regexp_replace(coalesce(project, ''), '[\s\d,，。、；;：:！!？?“”"‘’''（）()【】《》%％.-]', '', 'g') as project,
        coalesce(project, '') || '|' || coalesce(department, '') as identity
    from facts.evaluation
    where superseded_by is null and held is null
),
passage as (
    select 'goal' as kind, evaluation, cast(null as integer) as n, goal as text from form
    union all
    select 'reached', evaluation, null, goal_reached from form
    union all
    select 'name', evaluation, n, name from facts.indicator
    union all
    select 'reason', evaluation, n, reason from facts.indicator
),
folded as (
    select f.evaluation, f.year, f.project, f.identity, p.n,
        regexp_replace(p.text, '[\s\d,，。、；;：:！!？?“”"‘’''（）()【】《》%％.-]', '', 'g') as text
    from passage as p
    join form as f on f.evaluation = p.evaluation
    where p.kind = $2 and length(p.text) >= $1
),
own as (
    select text
    from folded
    where length(text) >= $1
    group by text
    having count(distinct identity) <= $3
)
select coalesce(f.year, 0) as year, f.evaluation, f.n, f.project, f.identity, f.text
from folded as f
join own as o on o.text = f.text
order by f.evaluation, f.n
