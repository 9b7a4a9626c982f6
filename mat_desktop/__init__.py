"""MAT Desktop: guides a facilitator through a Mutual Alliance workshop and the year after it."""

__version__ = "0.6.0"
