"""What a person reads in a cell that holds a figure under a number format."""

import pytest

from data.readers.figures import figure_text, number_format

TABLE = """
# stored              | format                    | reads
23                    | General                   | 23
0.30000000000000004   | General                   | 0.3
1E-07                 | General                   | 0.0000001
1.5E+21               | General                   | 1500000000000000000000
28.272                | General                   | 28.272
-0                    | General                   | 0
0.77304               | 0%                        | 77.304%
0.77                  | 0%                        | 77%
1                     | 0.00%                     | 100.00%
0.1446                | 0.00%                     | 14.46%
0.28999999999999998   | 0%                        | 29%
1030700               | #,##0.00                  | 1030700.00
7.73                  | 0.0                       | 7.73
23                    | 0.00                      | 23.00
12                    | 0"次"                     | 12次
12                    | "≥"0"次"                  | ≥12次
23.5                  | #,##0.00"万元"            | 23.50万元
23.5                  | #,##0.00\\ "万元"         | 23.50万元
-5                    | 0.0;(0.0)                 | -5.0
15300                 | 0.00,"千元"               | 15300
23                    | _ * #,##0.00_ ;_ * "-"??_ | 23.00
23                    | [Red]0.0                  | 23.0
23                    | [$¥-804]#,##0.00          | 23.00
12                    | @                         | 12
44926                 | yyyy-mm-dd                | 2022-12-31
44926                 | yyyy"年"m"月"d"日"        | 2022-12-31
44926                 | m"月"d"日"                | 2022-12-31
44926                 | yyyy"年"m"月"             | 2022年12月
44926                 | yyyy                      | 2022年
44926.5               | yyyy-m-d h:mm             | 2022-12-31 12:00
0.5                   | h:mm                      | 12:00
61                    | yyyy-mm-dd                | 1900-03-01
59                    | yyyy-mm-dd                | 1900-02-28
1                     | yyyy-mm-dd                | 1900-01-01
-3                    | yyyy-mm-dd                | -3
99999999              | yyyy-mm-dd                | 99999999
nan                   | 0.00                      | nan
"""
LINES = [[part.strip() for part in line.split("|")] for line in TABLE.strip().splitlines()[1:]]


@pytest.mark.parametrize(("stored", "code", "reads"), LINES)
def test_figure_reads(stored: str, code: str, reads: str) -> None:
    assert figure_text(stored, number_format(code.replace("\\\\", "\\")), from_1904=False) == reads


@pytest.mark.parametrize(("stored", "reads"), [("0", "1904-01-01"), ("43464", "2022-12-31")])
def test_the_calendar_of_1904(stored: str, reads: str) -> None:
    assert figure_text(stored, number_format("yyyy-mm-dd"), from_1904=True) == reads
