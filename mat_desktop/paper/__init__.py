"""Everything that is printed: one module a thing, one page style, black on white."""
