-- One row per indicator in force, under the scheme in force: filed against admissible, in cents, beside what was read.
-- zh: 每项在用的指标一行:自评得分与允许区间对照,以及所读内容。
-- live: its scores and its texts are put together for the lines that are asked for.
create or replace view scored_indicator as
select
    t.*,
    a.department,
    a.scheme,
    a.tolerance_cents,
    a.low_cents,
    a.high_cents,
    a.recomputed_cents,
    a.deduction_cents,
    a.rule,
    a.falls_short,
    a.verdict,
    a.verdict is not null and a.is_low_scoring as low_scoring,
    a.attainment_micro,
    cast(cast(a.attainment_micro as decimal(18, 0)) * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) as attainment_rate,
    a.is_identical,
    a.target_micro,
    a.target_low_micro,
    a.target_high_micro,
    a.actual_low_micro,
    a.actual_high_micro,
    a.low_level,
    a.high_level,
    -- The figures as a person writes them: 9.80 is 9.8, an interval of one point is that point.
    regexp_replace(cast(t.points as varchar), '\.?0+$', '') as points_text,
    regexp_replace(cast(t.filed_score as varchar), '\.?0+$', '') as filed_text,
    regexp_replace(cast(cast(cast(a.low_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '')
        || case when a.high_cents > a.low_cents then '–' || regexp_replace(cast(
            cast(cast(a.high_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '') else '' end
        as admissible_text
from admissible_score as a
join indicator_text as t on t.evaluation = a.evaluation and t.n = a.n
where a.in_force;
