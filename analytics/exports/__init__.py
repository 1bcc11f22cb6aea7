"""What a person takes away: rows, order and columns of the screen as workbook or CSV. Pure: a table in, bytes out."""
