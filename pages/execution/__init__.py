"""预算执行: money unspent first, then rates, sources, adjustments and results that outrun money."""
