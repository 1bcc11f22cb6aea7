"""The Word templates. They may be edited in Word; `python -m analytics.reports.templates` makes them anew."""
