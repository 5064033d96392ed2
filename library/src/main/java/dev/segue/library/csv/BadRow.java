package dev.segue.library.csv;

/// A row that could not be read. The rest of its file was.
///
/// @param line where it starts, 1 for the header's
/// @param why  for people
public record BadRow(long line, String why) {}
