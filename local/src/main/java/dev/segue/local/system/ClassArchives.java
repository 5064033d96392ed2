package dev.segue.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What each process of a system remembers of the classes that it loaded, to start sooner the next time.
///
/// To write it takes a process over 100 MiB for a second or two. So that a system does not take more when it ends than
/// while it works, one after another writes, and the first of the services only when the others have theirs: in its
/// place there is room then.
final class ClassArchives {

    private static final Part WAITS = Part.DETECTION;
    private static final Part WAITED_FOR = Part.METADATA;

    private final Home home;

    ClassArchives(Home home) {
        this.home = home;
    }

    /// What a process does with its archive.
    enum Use {
        NOTHING,
        /// it has one, which its JVM writes anew only if it was another JVM's
        MAPS,
        /// it writes one when it ends
        WRITES
    }

    Use of(Part part) {
        if (!Files.isWritable(home.installation())) {
            return Use.NOTHING;
        }
        if (isThere(part)) {
            return Use.MAPS;
        }
        return part == WAITS && !isThere(WAITED_FOR) ? Use.NOTHING : Use.WRITES;
    }

    List<String> options(Part part) {
        return of(part) == Use.NOTHING
                ? List.of()
                : List.of(
                        "-Xlog:cds=off,cds+dynamic=off",
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + file(part));
    }

    /// One of an older build is none: the JVM looks at the time, too.
    private boolean isThere(Part part) {
        try {
            return Files.getLastModifiedTime(file(part)).compareTo(Files.getLastModifiedTime(home.program(part))) > 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private Path file(Part part) {
        return home.classArchives().resolve(part.label() + ".jsa");
    }
}
