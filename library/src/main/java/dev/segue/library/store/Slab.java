package dev.segue.library.store;

import java.util.List;

/// Runs of bytes, each under an address. Immutable; safe to share.
///
/// An address is the number of a chunk and a place in it.
public final class Slab {

    static final int PLACE_BITS = 18;
    static final int CHUNK = 1 << PLACE_BITS;
    /// Most chunks: 4 GiB.
    static final int MOST_CHUNKS = 1 << (Integer.SIZE - PLACE_BITS);
    private static final int PLACE = CHUNK - 1;

    private final byte[][] chunks;

    Slab(byte[][] chunks) {
        this.chunks = chunks;
    }

    List<byte[]> chunks() {
        return List.of(chunks);
    }

    /// A reader of what begins at `address`.
    public ByteReader at(int address) {
        return new ByteReader(chunks[address >>> PLACE_BITS], address & PLACE);
    }
}
