-- One row per indicator in force and scheme that its form is scored by: the interval of scores, in cents, that the scheme admits.
-- zh: 每项在用的指标、其表所用的每个口径一行:该口径允许的得分区间。容许误差为所印末位的半个单位,不小于 0.05 分、不大于 0.1 分。
-- The schemes are the one in force (in_force) and the form's own (of_notes): in most sessions one and the same.
-- A is the target, B the actual, p the points. What has no line here leaves the score open: [0, p].
-- positive: B ≥ A → p;B < A → B ÷ A × p
-- reverse: B ≤ A → p;B > A → A ÷ B × p | (1 − (B − A) ÷ A) × p ≥ 0
-- zero: A = 0:B ≤ 0 → p;B > 0 → 0
-- range: A₁ ≤ B ≤ A₂ → p;B < A₁ → B ÷ A₁ × p;B > A₂ → [0, p]
-- cost: B < A → [B ÷ A × p, p]
-- about: B ≈ A → [B ÷ A × p, p]
-- wording: [b₁ × p, p] | [b₂ × p, b₁ × p] | [0, b₂ × p]
-- date: B ≤ A → p
-- period: B = A → p
-- The rule is monotone, so the interval comes from the worst and the best actual that the form leaves open.
-- low_top and high_top are what the points are multiplied by before they are divided by the bottom; -1 stands for all of the points.
create or replace view admissible_score as
with applied as (
    select notes_scheme, scheme, true as in_force, scheme = notes_scheme as of_notes from applied_scheme
    union all
    select notes_scheme, notes_scheme, false, true from applied_scheme where notes_scheme <> scheme
),
-- One row per scheme that a form may claim and scheme that it is scored by; null where it claims none.
claim as (
    select notes_scheme as claimed_scheme, scheme, in_force, of_notes from applied
    union all
    select null, f.scheme, f.in_force, f.of_notes
    from applied as f
    join scheme as s on s.scheme = f.notes_scheme
    where s.is_default
),
shared as (
    select
        i.*,
        f.scheme, f.in_force, f.of_notes,
        -- A cost target without an operator has the direction that the scheme says, or is left open.
        case
            when i.is_unsigned_cost and s.unsigned_cost = 'reverse' and i.reading_rule in ('cost', 'positive') then 'reverse'
            when i.reading_rule = 'cost' and s.unsigned_cost = 'positive' then 'positive'
            else i.reading_rule
        end                                        as rule,
        i.points_cents                             as p,
        i.target_micro                             as a,
        i.target_high_micro                        as a_high,
        i.actual_low_micro                         as b_low,
        i.actual_high_micro                        as b_high,
        s.reverse_formula = 'ratio'                as is_ratio,
        s.far_exceeded_permille,
        s.far_exceeded_deduction_cents,
        s.low_scoring_below_permille,
        s.partly_from_permille,
        s.agreed_from_permille
    from indicator_reading as i
    join claim as f on f.claimed_scheme is not distinct from i.claimed_scheme
    join scheme as s on s.scheme = f.scheme
),
portion as (
    select
        *,
        case
            when rule = 'not_applicable' or p is null or p < 0 then null
            when rule in ('positive', 'cost', 'range') or (rule = 'about' and not coalesce(b_high > a, false)) then
                case
                    when rule = 'range' and (b_high is null or b_high > a_high) then 0
                    when b_low >= a then -1
                    when b_low is null or b_low < 0 or a <= 0 then 0
                    else b_low
                end
            when rule in ('reverse', 'about') then
                case
                    when b_high <= a then -1
                    when b_high is null or a <= 0 then 0
                    when is_ratio then a
                    when b_high >= 2 * a then 0
                    else 2 * a - b_high
                end
            when rule = 'wording' then
                case low_level when 0 then 0 when 1 then partly_from_permille when 2 then agreed_from_permille else 1000 end
            when rule in ('date', 'period') then -1
            when rule = 'zero' then case when b_high <= 0 then -1 else 0 end
            else 0
        end as low_top,
        case
            when rule = 'wording' then 1000
            when rule = 'reverse' or (rule = 'about' and b_high > a) then case when is_ratio then b_high else a end
            else a
        end as low_bottom,
        case
            when rule = 'not_applicable' or p is null or p < 0 then null
            when rule in ('positive', 'range') then
                case
                    when b_high is null or b_high >= a or a <= 0 then -1
                    when b_high < 0 then 0
                    else b_high
                end
            when rule = 'reverse' then
                case
                    when b_low is null or b_low <= a or a < 0 then -1
                    when a = 0 then 0
                    when is_ratio then a
                    when b_low >= 2 * a then 0
                    else 2 * a - b_low
                end
            when rule = 'wording' then
                case high_level when 0 then 0 when 1 then partly_from_permille when 2 then agreed_from_permille else 1000 end
            when rule = 'zero' then case when b_low > 0 then 0 else -1 end
            else -1
        end as high_top,
        case when rule = 'wording' then 1000 when rule = 'reverse' and is_ratio then b_low else a end as high_bottom,
        -- A scheme may take points off for a target far exceeded without a reason.
        case
            when far_exceeded_deduction_cents > 0 and rule = 'positive' and not is_cost and reason_blank and a > 0 then
                case when cast(b_low as hugeint) * 1000 >= cast(a as hugeint) * far_exceeded_permille then far_exceeded_deduction_cents else 0 end
            else 0
        end as deduction
    from shared
),
-- Rounded half up. Where 64 bits might not hold a product, 128 do.
bounded as (
    select
        *,
        case
            when low_top < 0 then p
            when low_top = 0 then 0
            when p < 100000 and low_top < 10000000000000 and low_bottom < 10000000000000 then (2 * low_top * p + low_bottom) // (2 * low_bottom)
            else cast((cast(2 * low_top as hugeint) * p + low_bottom) // (cast(2 as hugeint) * low_bottom) as bigint)
        end as low,
        case
            when high_top < 0 then p
            when high_top = 0 then 0
            when p < 100000 and high_top < 10000000000000 and high_bottom < 10000000000000 then (2 * high_top * p + high_bottom) // (2 * high_bottom)
            else cast((cast(2 * high_top as hugeint) * p + high_bottom) // (cast(2 as hugeint) * high_bottom) as bigint)
        end as high
    from portion
),
admitted as (
    select
        *,
        -- greatest and least leave nulls out: a null must be asked for first.
        case when deduction = 0 then low when low is not null then greatest(low - deduction, 0) end    as low_cents,
        case when deduction = 0 then high when high is not null then greatest(high - deduction, 0) end as high_cents
    from bounded
),
judged as (
    select
        *,
        case when filed_cents is not null and low_cents is not null and p > 0
            then least(greatest(filed_cents, low_cents), high_cents) end as recomputed_cents
    from admitted
),
compared as (
    -- Recomputed is the nearest to the filed score that is admitted: what lies between the two is claimed or given away.
    select *, coalesce(filed_cents - recomputed_cents > tolerance_cents, false) as is_overstated
    from judged
)
select
    scheme, evaluation, n, year, department, level1, level2, in_force, of_notes,
    points_micro, filed_micro, points_cents, filed_cents, tolerance_cents,
    cast(low_cents as bigint)        as low_cents,
    cast(high_cents as bigint)       as high_cents,
    cast(recomputed_cents as bigint) as recomputed_cents,
    cast(deduction as bigint)        as deduction_cents,
    rule,
    case
        when rule = reading_rule then reading_falls_short
        when rule = 'reverse' then case when b_high <= a then false when b_low > a then true end
        else true
    end                              as falls_short,
    case
        when low_cents is null or p <= 0 then null
        when is_overstated then 'overstated'
        when recomputed_cents - filed_cents > tolerance_cents then 'understated'
        when rule = 'not_comparable' then 'not_comparable'
        when low_cents = 0 and high_cents = p then 'unverifiable'
        when filed_cents is null then null
        else 'agrees'
    end                              as verdict,
    is_overstated,
    recomputed_cents * 1000 < p * low_scoring_below_permille as is_low_scoring,
    -- Target and actual as a share of each other, capped; turned round where the scheme turned the rule round.
    case
        when rule = reading_rule or rule <> 'reverse' or attainment_micro is null or b_high <= 0 then attainment_micro
        when b_high is null then null
        else cast(least((cast(2 as hugeint) * a * 1000000 + b_high) // (cast(2 as hugeint) * b_high), 999999999999999999) as bigint)
    end                              as attainment_micro,
    not_applicable, reason_blank, is_identical, is_cost,
    target_micro, target_low_micro, target_high_micro, actual_low_micro, actual_high_micro, low_level, high_level
from compared;
