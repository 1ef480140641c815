"""Venues, cities, countries and modes as a text tells them."""
