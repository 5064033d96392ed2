package dev.segue.library.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gathers runs of bytes into a [Slab]. Not thread-safe.
public final class SlabWriter {

    private static final int FIRST = 1 << 12;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] chunk;
    private int end;

    public SlabWriter() {
        this(FIRST);
    }

    /// One that has room for so many bytes at once.
    public SlabWriter(int expected) {
        chunk = new byte[expected];
    }

    /// Adds what `run` holds.
    ///
    /// @return its address
    public int add(ByteWriter run) {
        int size = run.size();
        int address = room(size);
        run.copyTo(chunk, end);
        end += size;
        return address;
    }

    private int append(byte[] bytes) {
        int address = room(bytes.length);
        System.arraycopy(bytes, 0, chunk, end, bytes.length);
        end += bytes.length;
        return address;
    }

    /// @return the address that the next bytes will have
    private int room(int size) {
        if (end > 0 && end + size > Slab.CHUNK) {
            finishChunk();
        }
        if (end + size > chunk.length) {
            chunk = Arrays.copyOf(chunk, Math.max(size, Math.min(Slab.CHUNK, 2 * (end + size))));
        }
        return (full.size() << Slab.PLACE_BITS) | end;
    }

    /// Adds all that `other` holds.
    ///
    /// @return what is added to its addresses to make them addresses here
    public int adopt(Slab other) {
        if (other.chunks().size() == 1) {
            return append(other.chunks().getFirst());
        }
        if (end > 0) {
            finishChunk();
        }
        int base = full.size() << Slab.PLACE_BITS;
        full.addAll(other.chunks());
        return base;
    }

    private void finishChunk() {
        full.add(end == chunk.length ? chunk : Arrays.copyOf(chunk, end));
        chunk = new byte[Slab.CHUNK]; // what fills one, mostly fills another
        end = 0;
    }

    /// All runs. Nothing may be added after it.
    public Slab finish() {
        if (end > 0) {
            full.add(Arrays.copyOf(chunk, end));
        }
        return new Slab(full.toArray(byte[][]::new));
    }
}
