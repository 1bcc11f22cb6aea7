"""部门: one department against the county, its projects, indicators, findings and years."""
