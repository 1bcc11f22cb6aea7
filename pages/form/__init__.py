"""自评表: one form redrawn, every line with its working and the cell it was read from."""
