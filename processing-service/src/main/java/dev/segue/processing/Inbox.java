package dev.segue.processing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The folder of audio files that the person brought. Thread-safe.
public interface Inbox {

    /// Where it is; empty if none is set.
    Optional<String> directory();

    /// The files in it now, or a few seconds ago.
    AudioMatch files();

    /// Where one of them is.
    Path path(InboxFile file);

    /// No inbox at all.
    static Inbox none() {
        var nothing = new AudioMatch(List.of());
        return new Inbox() {
            @Override
            public Optional<String> directory() {
                return Optional.empty();
            }

            @Override
            public AudioMatch files() {
                return nothing;
            }

            @Override
            public Path path(InboxFile file) {
                throw new IllegalArgumentException("no file is in no inbox: " + file.name());
            }
        };
    }
}
