package dev.segue.library.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// Makes one slab of several. Immutable but for its building; not thread-safe.
///
/// A chunk has a number, however little is in it, and there are not so many numbers that each of thousands of small
/// slabs could have one. So small ones are copied into chunks that they share; all others are taken as they are.
public final class SlabJoin {

    /// Bytes up to which a slab is copied.
    private static final int SMALL = Slab.CHUNK / 8;

    private final List<byte[]> chunks = new ArrayList<>();
    private final IdentityHashMap<Slab, Integer> bases = new IdentityHashMap<>();

    /// Takes `parts`, each once.
    public SlabJoin(Collection<Slab> parts) {
        var small = new SlabWriter();
        var copied = new IdentityHashMap<Slab, Integer>();
        for (Slab part : parts) {
            if (isSmall(part)) {
                copied.computeIfAbsent(part, small::adopt);
            } else {
                bases.computeIfAbsent(part, this::take);
            }
        }
        int base = take(small.finish());
        copied.forEach((part, place) -> bases.put(part, base + place));
    }

    private static boolean isSmall(Slab part) {
        return part.chunks().size() == 1 && part.chunks().getFirst().length <= SMALL;
    }

    private int take(Slab part) {
        int base = chunks.size() << Slab.PLACE_BITS;
        chunks.addAll(part.chunks());
        return base;
    }

    /// What is added to an address in `part`, which was given, to make it one in the whole.
    public int base(Slab part) {
        return bases.getOrDefault(part, 0);
    }

    /// What is added to an address in a slab that stands behind all.
    public int end() {
        return chunks.size() << Slab.PLACE_BITS;
    }

    /// All of them, and `last` behind; empty if they are more than can have addresses, 4 GiB.
    public Optional<Slab> and(Slab last) {
        take(last);
        return chunks.size() > Slab.MOST_CHUNKS
                ? Optional.empty()
                : Optional.of(new Slab(chunks.toArray(byte[][]::new)));
    }
}
