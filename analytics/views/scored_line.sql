-- One row per indicator in force, under the scheme in force: points and scores as decimals, and all that its working is told from.
-- zh: 每项在用的指标一行:分值、得分,以及写出计算过程所需的各数。
-- live: its scores and its texts are put together for the lines that are asked for.
create or replace view scored_line as
select
    i.evaluation,
    i.n,
    i.year,
    i.department,
    e.unit,
    e.project,
    i.level1,
    cast(i.level1_points as decimal(24, 2))                       as level1_points,
    i.level2,
    i.name,
    i.target,
    i.actual,
    cast(cast(i.points_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))      as points,
    cast(cast(i.filed_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))       as filed_score,
    cast(cast(i.low_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))         as low_score,
    cast(cast(i.high_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))        as high_score,
    cast(cast(i.recomputed_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))  as recomputed_score,
    cast(cast(i.filed_cents - i.recomputed_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as inflation,
    i.verdict,
    i.rule,
    i.falls_short,
    i.attainment_rate,
    cast(cast(i.points_cents - i.recomputed_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as lost_points,
    cast(cast(i.points_cents - i.filed_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))      as filed_lost_points,
    case when i.points_cents > 0 and i.recomputed_cents is not null then cast(cast(least((2 * cast(i.recomputed_cents as hugeint) * 1000000 + i.points_cents) // (2 * i.points_cents), 999999999999999999) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end as score_rate,
    case when i.filed_cents >= 0 then case when i.points_cents > 0 and i.filed_cents is not null then cast(cast(least((2 * cast(i.filed_cents as hugeint) * 1000000 + i.points_cents) // (2 * i.points_cents), 999999999999999999) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end end as filed_score_rate,
    i.reason,
    i.method,
    i.cell,
    i.target_cell,
    i.actual_cell,
    i.score_cell,
    i.scheme,
    -- What the working is told from.
    i.target_operator,
    i.target_unit,
    i.actual_unit,
    cast(cast(i.target_micro as decimal(18, 0)) * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) as target_base,
    i.target_base_high,
    i.actual_base_low,
    i.actual_base_high,
    i.low_level,
    i.high_level,
    s.reverse_formula,
    cast(cast(i.deduction_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2))   as deduction_points,
    i.points_cents,
    i.filed_cents,
    i.low_cents,
    i.high_cents,
    i.recomputed_cents,
    i.low_scoring
from scored_indicator as i
join evaluation_in_force as e on e.evaluation = i.evaluation
join scheme as s on s.scheme = i.scheme;
