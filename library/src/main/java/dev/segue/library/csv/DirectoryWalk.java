package dev.segue.library.csv;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/// Finds the files of a directory and of the directories in it, hidden ones excepted. Symbolic links to directories
/// are not followed.
///
/// @param wanted whether a file is to be found
record DirectoryWalk(Path directory, Predicate<Path> wanted) {

    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 10_000;
    private static final int MOST_SEEN = 200_000;

    /// In the order of their paths.
    ///
    /// @throws IOException if there are far too many for a backup
    List<Path> files() throws IOException {
        Visitor visitor = new Visitor();
        Files.walkFileTree(directory, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, visitor);
        return visitor.found.stream().sorted().toList();
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final List<Path> found = new ArrayList<>();
        private int seen;

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            boolean hidden = !path.equals(directory)
                    && String.valueOf(path.getFileName()).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            seen++;
            if (wanted.test(file) && !attributes.isDirectory()) {
                found.add(file);
            }
            if (seen > MOST_SEEN || found.size() > MOST_FILES) {
                throw new IOException("there are too many files in it for a backup");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failed) throws IOException {
            if (path.equals(directory)) {
                throw failed;
            }
            // what is in it may be half of the backup, so it is told of like a file that cannot be read
            if (failed instanceof AccessDeniedException) {
                found.add(path);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
