"""How many there are said to be, against those that are named."""
