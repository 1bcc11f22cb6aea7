-- One row per name of a department, unit or project that the facts hold: the name without what typing differs in.
-- Widths and white space, as data/naming.py folds them; a name of white space alone folds to null.
create or replace view folded_name as
select
    name,
    nullif(translate(regexp_replace(name, '[\s\x{000B}\x{0085}\x{00A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}]', '', 'g'),
        '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～',
        '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~'), '') as folded
from (
    select department as name from facts.evaluation
    union select unit from facts.evaluation
    union select project from facts.evaluation
    union select name from facts.department_name
    union select current_name from facts.department_name
    union select department from facts.expected_filing
    union select unit from facts.expected_filing
    union select project from facts.expected_filing
) as named
where name is not null;
