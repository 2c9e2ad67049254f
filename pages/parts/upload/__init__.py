"""The parts of *Unggah*: drafts, what was recognised, questions, problems, reasons, and the way to a submission."""
