-- One row per file that could not be read: why, and when it came.
create or replace view refused_file as
select name as file, place as refused_place, code as refused_code, told, received
from facts.refused;
