"""Steps 8 and 9: everybody is asked again, in their own words, at six months, at one year and later."""
