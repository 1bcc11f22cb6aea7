-- One row per file that could not be read: why, and when it came.
-- zh: 每个未能读取的文件一行:原因和收到时间。
create or replace view refused_file as
select name as file, place as refused_place, code as refused_code, told, received
from facts.refused;
