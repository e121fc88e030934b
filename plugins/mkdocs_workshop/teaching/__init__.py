"""What a trainer computes: the clock, the agenda, what to bring, the order of a quiz, the columns of responses."""
