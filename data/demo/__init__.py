"""云溪县, a county that does not exist: its departments, projects and filled forms, with faults planted at known rates.

Words, rates and templates are the toml files beside the code. The same seed gives the same bytes.
"""
