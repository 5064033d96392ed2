package dev.segue.library.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The bytes of a zip's entry, as long as there are not absurdly many. Closing it closes the zip.
final class BoundedEntry extends FilterInputStream {

    /// An export of a million tracks has less.
    private static final long MOST_BYTES = 1L << 30;
    /// Below this, any entry is harmless.
    private static final long HARMLESS_BYTES = 32L << 20;
    /// Exports shrink to a third or a tenth.
    static final long MOST_TIMES = 100;

    private final ZipFile zip;
    private final long declared;
    private final long most;
    private long seen;

    /// @param entry what the zip's list of entries says
    BoundedEntry(ZipFile zip, InputStream bytes, ZipEntry entry) {
        super(bytes);
        this.zip = zip;
        this.declared = Math.max(0, entry.getSize());
        this.most = Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, entry.getCompressedSize() * MOST_TIMES));
    }

    /// That there are more than `most` bytes.
    static IOException bomb(long most) {
        return new IOException("a zip bomb: more than " + (most >> 20) + " MiB come out of it");
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) throws IOException {
        seen += more;
        if (seen > most) {
            throw bomb(most);
        }
        if (seen > declared) {
            throw new IOException("more comes out of it than the " + declared + " bytes that the zip says");
        }
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            super.close();
        }
    }
}
