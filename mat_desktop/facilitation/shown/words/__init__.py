"""The words for what is stored, one table for each enumeration, room by room; no table leaves a member out.

The words stand as in the middle of a sentence; `begun` and `choices` give them a capital.
"""
