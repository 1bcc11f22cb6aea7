-- One row per name of a department or unit, and of a project in a year with a task list: the name without what typing differs in.
-- zh: 部门和单位、有任务清单年度中项目的每个名称一行:去掉全半角和空格差别后的写法。
-- Widths and white space, as data/naming.py folds them; a name of white space alone folds to null.
-- Names are put into narrow signs only where they hold a wide one: that takes longer than all the rest.
create or replace view folded_name as
with named as (
    select department as name from facts.evaluation
    union select unit from facts.evaluation
    union select project from facts.evaluation where year in (select year from facts.expected_filing)
    union select name from facts.department_name
    union select current_name from facts.department_name
    union select department from facts.expected_filing
    union select unit from facts.expected_filing
    union select project from facts.expected_filing
),
spaceless as (
    select name, regexp_replace(name, '[\s\x{000B}\x{0085}\x{00A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}]', '', 'g') as plain
    from named
    where name is not null
)
select
    name,
    nullif(case when regexp_matches(plain, '[\x{FF01}-\x{FF5E}]') then translate(plain,
        '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～',
        '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~') else plain end, '') as folded
from spaceless;
