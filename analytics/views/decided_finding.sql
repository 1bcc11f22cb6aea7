-- One row per finding, with what a reviewer decided on it: open, accepted, rejected or rectified.
-- zh: 每条核查发现一行,连同处理情况:待处理、已确认、已排除或已整改。
-- A decision holds for what was found and expected when it was taken. Where the form or the rule now says something else,
-- the finding is open again: changed says so, and earlier_state what was decided before.
create or replace view decided_finding as
with keyed as (
    select f.*, e.document, e.place
    from finding as f
    join evaluation_in_force as e on e.evaluation = f.evaluation
),
shared as (
    -- Two findings of one rule in one cell are told apart by their texts alone.
    select document, place, rule, n, cell, count(*) as twins
    from keyed
    group by document, place, rule, n, cell
)
select
    k.*,
    coalesce(d.state, 'open')                                     as state,
    d.state is null and l.state is not null                       as changed,
    case when d.state is null then l.state end                    as earlier_state,
    case when d.state is null then l.reason else d.reason end     as decision_reason,
    case when d.state is null then l.who else d.who end           as who,
    case when d.state is null then l.decided else d.decided end   as decided
from keyed as k
join shared as s
    on s.document = k.document and s.place = k.place and s.rule = k.rule
    and s.n is not distinct from k.n and s.cell is not distinct from k.cell
left join decision as d
    on d.document = k.document and d.place = k.place and d.rule = k.rule
    and d.n is not distinct from k.n and d.cell is not distinct from k.cell
    and d.found is not distinct from k.found and d.expected is not distinct from k.expected
    and (d.is_last or s.twins > 1)
left join decision as l
    on l.document = k.document and l.place = k.place and l.rule = k.rule
    and l.n is not distinct from k.n and l.cell is not distinct from k.cell
    and l.is_last and l.state <> 'open' and s.twins = 1;
