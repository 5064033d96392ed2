package dev.segue.library.store;

import dev.segue.library.TrackId;

/// Numbers from 0 under track ids. Finding one takes a single look into memory that is not in a cache: id and number
/// stand together. Filled by one thread, then safe to share.
public final class IdTable {

    /// Returned where there is no number.
    public static final int NONE = -1;

    private static final int LONGS = 3;
    private static final double LOAD = 0.75;
    private static final int TAIL_BITS = 14;
    private static final int TAIL = (1 << TAIL_BITS) - 1;

    private final int capacity;
    /// in each place the id's head and middle; its tail below, and above it the number plus 1
    private final long[] places;

    private int size;

    /// A table for `most` ids.
    public IdTable(int most) {
        capacity = (int) (most / LOAD) + 2;
        places = new long[Math.multiplyExact(capacity, LONGS)];
    }

    public int size() {
        return size;
    }

    /// The number of `id`, or [#NONE].
    public int find(TrackId id) {
        long head = PackedId.head(id);
        long middle = PackedId.middle(id);
        int tail = PackedId.tail(id);
        return (int) (places[place(head, middle, tail) * LONGS + 2] >>> TAIL_BITS) - 1;
    }

    /// Gives `id` the next number, unless it has one.
    ///
    /// @return the number it had, or [#NONE]
    public int add(TrackId id) {
        long head = PackedId.head(id);
        long middle = PackedId.middle(id);
        int tail = PackedId.tail(id);
        int at = place(head, middle, tail) * LONGS;
        int known = (int) (places[at + 2] >>> TAIL_BITS) - 1;
        if (known == NONE) {
            places[at] = head;
            places[at + 1] = middle;
            places[at + 2] = ((long) ++size << TAIL_BITS) | tail;
        }
        return known;
    }

    /// Where the id is, or would be.
    private int place(long head, long middle, int tail) {
        int place = Hash.place(Hash.mixed((head * 31 + middle) ^ ((long) tail << 48)), capacity);
        while (!isFree(place) && !holds(place, head, middle, tail)) {
            place = place + 1 == capacity ? 0 : place + 1;
        }
        return place;
    }

    private boolean isFree(int place) {
        return places[place * LONGS + 2] == 0;
    }

    private boolean holds(int place, long head, long middle, int tail) {
        int at = place * LONGS;
        return places[at] == head && places[at + 1] == middle && (places[at + 2] & TAIL) == tail;
    }

    /// This table with no more room than it needs.
    public IdTable trimmed() {
        int wanted = (int) (size / LOAD) + 2;
        if (capacity <= wanted + wanted / 8) {
            return this;
        }
        IdTable smaller = new IdTable(size);
        for (int place = 0; place < capacity; place++) {
            if (!isFree(place)) {
                smaller.take(places, place * LONGS);
            }
        }
        smaller.size = size;
        return smaller;
    }

    private void take(long[] from, int at) {
        int tail = (int) from[at + 2] & TAIL;
        int target = place(from[at], from[at + 1], tail) * LONGS;
        System.arraycopy(from, at, places, target, LONGS);
    }
}
