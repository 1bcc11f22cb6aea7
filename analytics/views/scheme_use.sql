-- One row per year, scheme that forms follow by themselves, and why they do: by their printed notes, by county and year, or by default.
-- zh: 每年、口径一行:多少份自评表归于它,依据是表内注释、县名年度还是默认。
create or replace view scheme_use as
select year, notes_scheme, notes_scheme_from, count(*) as forms
from evaluation_in_force
group by year, notes_scheme, notes_scheme_from;
