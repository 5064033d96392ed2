package dev.segue.processing.inbox;

import dev.segue.processing.FileUnusable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Copies a file so that it is either there whole or not at all.
final class WholeCopy {

    private static final int CHUNK = 256 * 1024;

    private WholeCopy() {}

    /// @param name of the source, for people
    /// @throws FileUnusable if the source cannot be read to its end
    /// @throws IOException  if the copy cannot be written
    static void of(Path from, String name, Path to) throws IOException, FileUnusable {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            long copied = copy(from, name, part);
            if (copied != size(from, name) || copied != Files.size(part)) {
                throw new FileUnusable(name + ": it changed while it was copied");
            }
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long copy(Path from, String name, Path part) throws IOException, FileUnusable {
        try (InputStream in = open(from, name);
                FileChannel out = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            byte[] chunk = new byte[CHUNK];
            long copied = 0;
            for (int length = read(in, chunk, name); length > 0; length = read(in, chunk, name)) {
                ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, length);
                while (bytes.hasRemaining()) {
                    copied += out.write(bytes);
                }
            }
            out.force(true);
            return copied;
        }
    }

    private static InputStream open(Path from, String name) throws FileUnusable {
        try {
            return Files.newInputStream(from);
        } catch (IOException unreadable) {
            throw unusable(name, unreadable);
        }
    }

    private static int read(InputStream in, byte[] chunk, String name) throws FileUnusable {
        try {
            return in.read(chunk);
        } catch (IOException unreadable) {
            throw unusable(name, unreadable);
        }
    }

    private static long size(Path from, String name) throws FileUnusable {
        try {
            return Files.size(from);
        } catch (IOException gone) {
            throw unusable(name, gone);
        }
    }

    private static FileUnusable unusable(String name, IOException why) {
        return new FileUnusable(name + ": it cannot be read: " + why);
    }
}
