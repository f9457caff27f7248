"""What a text says of the rules for housing areas, of the published lists, and of how areas stand under them."""
