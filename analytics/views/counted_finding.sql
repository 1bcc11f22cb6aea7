-- One row per finding that counts: what a reviewer rejected counts against nobody, in no figure.
create or replace view counted_finding as
select * from decided_finding where state <> 'rejected';
