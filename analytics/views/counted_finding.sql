-- One row per finding that counts: what a reviewer rejected counts against nobody, in no figure.
-- zh: 每条计入的核查发现一行:已排除的不计入任何数字。
-- live: it is a part of decided_finding.
create or replace view counted_finding as
select * from decided_finding where state <> 'rejected';
