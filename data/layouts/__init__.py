"""Layouts: how the tables of a file are recognised, whatever their position. One small module a family."""
