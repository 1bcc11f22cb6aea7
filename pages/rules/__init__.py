"""评分口径: the rules as they are executed, and what other rules would change."""
