"""What one page, sentence or slide says: observations of an edition in, named result frames and words out."""
