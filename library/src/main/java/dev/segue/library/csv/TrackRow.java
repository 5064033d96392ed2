package dev.segue.library.csv;

/// What one row turns out to be.
sealed interface TrackRow {

    /// A track, which is in the draft that was given. As long as the dialect of the file is not settled, its artists
    /// are
    /// one name: the whole cell.
    ///
    /// @param isLocal whether it is a file on somebody's disk, which no source can be asked for
    record Kept(boolean isLocal) implements TrackRow {}

    /// Something that is no track.
    record NoTrack(CsvFile.Skipped kind) implements TrackRow {}

    /// A row that cannot be one.
    ///
    /// @param why for people
    record Bad(String why) implements TrackRow {}
}
