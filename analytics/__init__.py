"""Rules as SQL over the loaded facts: scores, rates, findings, departments. Imports from `data` only."""
