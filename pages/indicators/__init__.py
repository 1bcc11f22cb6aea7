"""低分指标: which indicators lose points, where, and whether a reason is given."""
