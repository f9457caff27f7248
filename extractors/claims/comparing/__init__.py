"""Changes between two figures, what one is less the other, and what is left."""
