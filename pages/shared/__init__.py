"""What every page uses: language, scope, rows, labels, filters, tables, charts, exports."""
