"""Documents in, records out, one store. Imports nothing from the rooms above it."""
