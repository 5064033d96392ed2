package dev.segue.detection;

import java.io.InputStream;

/// What an uploader gives out of a track.
public sealed interface Original {

    /// The file as it was uploaded.
    ///
    /// @param extension of its name, such as `.wav`; lower-case letters and digits
    /// @param body      to be read to its end, and closed
    record File(String extension, InputStream body) implements Original {}

    /// No file, and why.
    record Withheld(Reason reason, String why) implements Original {}

    /// Why there is no file.
    enum Reason {
        /// its uploader does not offer it
        NOT_OFFERED,
        /// only a preview may be heard
        PREVIEW,
        /// it may not be heard here at all
        BLOCKED
    }
}
