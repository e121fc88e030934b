"""A list of people to what a trainer prints from it. Nothing of it is kept anywhere but where the trainer says."""
