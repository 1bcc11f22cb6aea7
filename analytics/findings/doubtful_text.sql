-- zh: 文字可能有误读或损坏,未据此计分。
-- en: The text may be damaged; nothing was scored by it.
-- severity: warning
-- reference: 核查口径·读数
-- zh-todo: 对照原件改正文字。
-- en-todo: Correct the text from the original.
select
    i.evaluation,
    i.n,
    case when i.target_kind = 'doubtful' then coalesce(i.target_cell, i.cell) else coalesce(i.actual_cell, i.cell) end as cell,
    i.filed_score as points,
    case when i.target_kind = 'doubtful' then i.target else i.actual end as found,
    cast(null as varchar) as expected
from scored_indicator as i
where i.target_kind = 'doubtful' or i.actual_kind = 'doubtful';
