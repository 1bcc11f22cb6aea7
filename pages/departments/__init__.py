"""滞后部门: which departments lag, and for which reasons that can be read."""
