"""The figures of tables among themselves, and what the text says of them."""
