-- One row per method of scoring that takes points off in a way of its own, such as one point for each 1% below.
-- zh: 每种自带扣分办法的计分方法一行。
-- One that names the share is the rule.
create or replace view deducting_method as
select distinct method
from facts.indicator
where regexp_matches(coalesce(method, ''), '扣[^,，。;；]{0,8}分|扣完|酌情|不得分|不计分|零分|(^|[^0-9.])0分')
    and not regexp_matches(coalesce(method, ''), '[AB][/／÷][AB]|比例|占比|完成率|得分率');
