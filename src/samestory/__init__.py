"""samestory: who said what, where it came from, and where the tellings differ."""
