-- One row per indicator and scheme: the interval of scores, in cents, that the scheme admits.
-- zh: 每项指标、每个口径一行:该口径允许的得分区间。
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
create or replace view admissible_score as
with shared as (
    select
        s.scheme,
        i.evaluation, i.n, i.reading_rule, i.reading_falls_short, i.attainment_micro, i.reason_blank, i.is_cost,
        -- A cost target without an operator has the direction that the scheme says, or is left open.
        case
            when s.unsigned_cost = 'reverse' and i.is_cost and not i.target_signed and coalesce(i.target_operator, '=') = '='
                and i.reading_rule in ('cost', 'positive') then 'reverse'
            when s.unsigned_cost = 'positive' and i.reading_rule = 'cost' then 'positive'
            else i.reading_rule
        end                                        as rule,
        i.points_cents                             as p,
        i.target_micro                             as a,
        i.target_high_micro                        as a_high,
        i.actual_low_micro                         as b_low,
        i.actual_high_micro                        as b_high,
        s.reverse_formula,
        s.far_exceeded_permille,
        s.far_exceeded_deduction_cents,
        case i.low_level when 0 then 0 when 1 then s.partly_from_permille when 2 then s.agreed_from_permille else 1000 end as low_permille,
        case i.high_level when 0 then 0 when 1 then s.partly_from_permille when 2 then s.agreed_from_permille else 1000 end as high_permille
    from indicator_reading as i
    cross join scheme as s
),
bounded as (
    select
        *,
        case
            when rule = 'not_applicable' or p is null or p < 0 then null
            when rule in ('date', 'period') then p
            when rule = 'wording' then (2 * p * low_permille + 1000) // 2000
            when rule = 'reverse' or (rule = 'about' and b_high > a) then
                case
                    when b_high <= a then p
                    when b_high is null or a <= 0 then 0
                    when reverse_formula = 'ratio' then (2 * a * p + b_high) // (2 * b_high)
                    when b_high >= 2 * a then 0
                    else (2 * (2 * a - b_high) * p + a) // (2 * a)
                end
            when rule = 'zero' then case when b_high <= 0 then p else 0 end
            when rule in ('positive', 'cost', 'about', 'range') then
                case
                    when rule = 'range' and (b_high is null or b_high > a_high) then 0
                    when b_low >= a then p
                    when b_low is null or b_low < 0 or a <= 0 then 0
                    else (2 * b_low * p + a) // (2 * a)
                end
            else 0
        end as low,
        case
            when rule = 'not_applicable' or p is null or p < 0 then null
            when rule = 'wording' then (2 * p * high_permille + 1000) // 2000
            when rule = 'reverse' then
                case
                    when b_low is null or b_low <= a then p
                    when a < 0 then p
                    when a = 0 then 0
                    when reverse_formula = 'ratio' then (2 * a * p + b_low) // (2 * b_low)
                    when b_low >= 2 * a then 0
                    else (2 * (2 * a - b_low) * p + a) // (2 * a)
                end
            when rule = 'zero' then case when b_low > 0 then 0 else p end
            when rule in ('positive', 'range') then
                case
                    when b_high is null or b_high >= a then p
                    when a <= 0 then p
                    when b_high < 0 then 0
                    else (2 * b_high * p + a) // (2 * a)
                end
            else p
        end as high,
        -- A scheme may take points off for a target far exceeded without a reason.
        case
            when rule = 'positive' and not is_cost and reason_blank and b_low * 1000 >= a * far_exceeded_permille and a > 0
                then far_exceeded_deduction_cents
            else 0
        end as deduction
    from shared
)
select
    scheme,
    evaluation,
    n,
    -- greatest and least leave nulls out: a null must be asked for first.
    case when low is not null then cast(greatest(low - deduction, 0) as bigint) end   as low_cents,
    case when high is not null then cast(greatest(high - deduction, 0) as bigint) end as high_cents,
    rule,
    case
        when rule = reading_rule then reading_falls_short
        when rule = 'reverse' then case when b_high <= a then false when b_low > a then true end
        else true
    end                                            as falls_short,
    case when attainment_micro is not null then
        cast(cast(least(case when rule = reading_rule or rule <> 'reverse' or b_high <= 0 then attainment_micro
            else (2 * a * 1000000 + b_high) // (2 * b_high) end, 999999999999999999) as decimal(18, 0)) * cast(0.000001 as decimal(7, 6)) as decimal(18, 6))
    end as attainment_rate,
    cast(deduction as bigint)                      as deduction_cents
from bounded;
