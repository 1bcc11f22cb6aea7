"""What a person sees: one folder per page, an outline and its figures. Imports from `analytics` and `data`."""
