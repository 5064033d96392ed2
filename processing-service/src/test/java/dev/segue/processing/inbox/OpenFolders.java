package dev.segue.processing.inbox;

import dev.segue.processing.Bench;
import dev.segue.processing.Inbox;
import dev.segue.processing.Shelf;
import java.nio.file.Path;
import java.time.InstantSource;

/// The folders, for tests of other packages.
public record OpenFolders(Inbox inbox, Bench bench, Shelf shelf) {

    /// Opened as at the start of the service.
    public static OpenFolders at(Path inbox, Path output, InstantSource clock) {
        return new OpenFolders(new InboxFolder(inbox, output, clock), new WorkFolder(output), new OutputFolder(output));
    }
}
