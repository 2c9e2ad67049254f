"""What is done with a file before anything of it is kept: read, examine, compare. The one road of page and terminal."""
