package dev.segue.library.store;

import dev.segue.library.TrackId;

/// Numbers from 0 under track ids. Finding one takes a single look into memory that is not in a cache: id and number
/// stand together. Filled by one thread, then safe to share.
public final class IdTable {

    /// Returned where there is no number.
    public static final int NONE = -1;

    private static final int LONGS = 3;
    /// little, so that an id is nearly always where it is looked for first
    private static final double LOAD = 0.6;
    private static final int TAIL_BITS = 14;
    private static final int TAIL = (1 << TAIL_BITS) - 1;

    private int capacity;
    /// in each place the id's head and middle; its tail below, and above it the number plus 1
    private long[] places;

    private int size;

    /// A table that has room for `expected` ids, and grows if there are more.
    public IdTable(int expected) {
        capacity = capacityFor(expected);
        places = new long[Math.multiplyExact(capacity, LONGS)];
    }

    private static int capacityFor(int ids) {
        return (int) (ids / LOAD) + 2;
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
        return add(PackedId.head(id), PackedId.middle(id), PackedId.tail(id));
    }

    /// As [#add(TrackId)], for the id of the track that begins where `from` stands.
    public int add(ByteReader from) {
        return add(from.fixed(), from.fixed(), from.small());
    }

    private int add(long head, long middle, int tail) {
        int at = place(head, middle, tail) * LONGS;
        int known = (int) (places[at + 2] >>> TAIL_BITS) - 1;
        if (known == NONE) {
            places[at] = head;
            places[at + 1] = middle;
            places[at + 2] = ((long) ++size << TAIL_BITS) | tail;
            if (size > capacity * LOAD) {
                resize(2 * size);
            }
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

    /// Gives up the room that it does not need.
    public void trim() {
        if (capacityFor(size) < capacity - capacity / 8) {
            resize(size);
        }
    }

    private void resize(int ids) {
        long[] old = places;
        capacity = capacityFor(ids);
        places = new long[Math.multiplyExact(capacity, LONGS)];
        for (int at = 0; at < old.length; at += LONGS) {
            if (old[at + 2] != 0) {
                int target = place(old[at], old[at + 1], (int) old[at + 2] & TAIL) * LONGS;
                System.arraycopy(old, at, places, target, LONGS);
            }
        }
    }
}
