"""Questions, and the store that answers them."""
