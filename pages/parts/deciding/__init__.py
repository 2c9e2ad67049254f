"""What an approver decides on *Rilis*: submissions that wait, returns to an older edition, reports of readers."""
