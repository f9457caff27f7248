"""What is said to be made up of parts, and of which parts."""
