"""What ails a store, and what to do about it: one small check per thing that can go wrong. Changes nothing."""

from data.doctor.examine import examine
from data.doctor.findings import Found, Place

__all__ = ["Found", "Place", "examine"]
