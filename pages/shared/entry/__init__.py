"""The way in: which visit is let through to what, before anything of the dashboard is served."""
