"""Result and edition in, bytes out: the files that a reader takes along. Computes and rounds nothing."""
