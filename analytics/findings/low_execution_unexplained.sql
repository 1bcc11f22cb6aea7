-- zh: 执行率偏低而没有说明原因。
-- en: The execution rate is low and no reason is given.
-- severity: warning
-- reference: 评分口径参数:执行率低于 90% 应说明原因
-- zh-todo: 写明未执行的原因和改进措施。
-- en-todo: Say why the money was not spent and what will be done.
select
    f.evaluation,
    cast(null as integer) as n,
    f.cell,
    f.execution_points - f.recomputed_execution_score as points,
    regexp_replace(cast(cast(cast(f.execution_rate as decimal(30, 6)) * 100 as decimal(30, 2)) as varchar), '\.?0+$', '') || '%' as found,
    '≥ ' || cast(c.explain_below_permille // 10 as varchar) || '%' as expected
from project_funding as f
join evaluation_in_force as e on e.evaluation = f.evaluation
join scheme as c on c.scheme = e.scheme
left join (
    select evaluation, count(case when is_cost or regexp_matches(reason, '资金|执行|支付|预算|结余|结转|拨付|付款|支出|报账|款') then 1 end) as explained
    from indicator_text
    where not reason_blank
    group by evaluation
) as r on r.evaluation = f.evaluation
where f.rate_micro < c.explain_below_permille * 1000
    and coalesce(r.explained, 0) = 0
    -- One cell at the foot may give the reasons of the whole form.
    and not regexp_matches(coalesce(e.remarks, ''), '资金|执行|支付|预算|结余|结转|拨付|付款|支出|报账|款');
