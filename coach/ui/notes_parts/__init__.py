"""The parts of the notes page: who is met, what is asked, the notes with their marks, the facts in the learner's hand, and the way back from every correction."""
