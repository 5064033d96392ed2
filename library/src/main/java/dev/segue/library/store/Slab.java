package dev.segue.library.store;

import java.util.Collection;
import java.util.List;

/// Runs of bytes, each under an address. Immutable; safe to share.
///
/// An address is the number of a chunk and a place in it.
public final class Slab {

    static final int PLACE_BITS = 18;
    static final int CHUNK = 1 << PLACE_BITS;
    private static final int PLACE = CHUNK - 1;

    private final byte[][] chunks;

    Slab(byte[][] chunks) {
        this.chunks = chunks;
    }

    /// One slab of several. An address in the n-th becomes one in the whole by adding [#span()] of each before it.
    ///
    /// @throws IllegalStateException if they are more than 4 GiB
    public static Slab joined(Collection<Slab> parts) {
        byte[][] all = parts.stream()
                .flatMap(part -> java.util.Arrays.stream(part.chunks))
                .toArray(byte[][]::new);
        if (all.length > 1 << (Integer.SIZE - PLACE_BITS)) {
            throw new IllegalStateException("more than 4 GiB of tracks");
        }
        return new Slab(all);
    }

    /// What is added to an address when another slab stands before.
    public int span() {
        return chunks.length << PLACE_BITS;
    }

    List<byte[]> chunks() {
        return List.of(chunks);
    }

    /// A reader of what begins at `address`.
    public ByteReader at(int address) {
        return new ByteReader(chunks[address >>> PLACE_BITS], address & PLACE);
    }
}
