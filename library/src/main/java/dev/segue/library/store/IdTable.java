package dev.segue.library.store;

import dev.segue.library.TrackId;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Numbers from 0 under track ids. Finding one takes a single look into memory that is not in a cache: id and number
/// stand together. Filled by one thread, then safe to share.
public final class IdTable {

    /// Returned where there is no number.
    public static final int NONE = -1;

    private static final int LONGS = 3;
    private static final int AT_ONCE = 1 << 16;
    private static final int READ_BY_ONE = 1 << 12;
    /// in a fuller table an id is looked for in more places, and a larger one is in fewer caches: of 0.35 to 0.75 the
    /// quickest
    private static final double LOAD = 0.7;
    private static final int TAIL_BITS = 14;
    private static final int NOTE_AT = TAIL_BITS + Integer.SIZE;
    /// The largest note.
    public static final int MOST_NOTE = (1 << (Long.SIZE - NOTE_AT)) - 1;

    private static final int TAIL = (1 << TAIL_BITS) - 1;

    private int capacity;
    /// in each place the id's head and middle; its tail below, above it the number plus 1, above that a note
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
        return number(look(id));
    }

    /// What stands at `id`, for [#number] and [#note]: all that one look into memory tells.
    public long look(TrackId id) {
        long head = PackedId.head(id);
        long middle = PackedId.middle(id);
        int tail = PackedId.tail(id);
        return places[place(head, middle, tail) * LONGS + 2];
    }

    /// The number that [#look] found, or [#NONE].
    public static int number(long found) {
        return (int) (found >>> TAIL_BITS) - 1;
    }

    /// The note that [#look] found, 0 if there is none.
    public static int note(long found) {
        return (int) (found >>> NOTE_AT);
    }

    /// Writes a note at each id, from 0 to [#MOST_NOTE]. None may be added after that.
    ///
    /// @param notes tells that of a number
    public void note(IntUnaryOperator notes) {
        for (int at = 2; at < places.length; at += LONGS) {
            if (places[at] != 0) {
                places[at] |= (long) notes.applyAsInt(number(places[at])) << NOTE_AT;
            }
        }
    }

    /// Gives `id` the next number, unless it has one.
    ///
    /// @return the number it had, or [#NONE]
    public int add(TrackId id) {
        return add(PackedId.head(id), PackedId.middle(id), PackedId.tail(id));
    }

    /// Adds ids in order. They are read by all threads at once, and then put in by this one.
    ///
    /// @param count of ids
    /// @param ids   a reader that stands where the id of that number, from 0, begins
    /// @param taker takes the number of each
    public void addAll(int count, IntFunction<ByteReader> ids, Taker taker) {
        long[] some = new long[Math.min(count, AT_ONCE) * LONGS];
        for (int from = 0; from < count; from += AT_ONCE) {
            int first = from;
            int length = Math.min(AT_ONCE, count - from);
            IntStream.range(0, (length + READ_BY_ONE - 1) / READ_BY_ONE)
                    .parallel()
                    .forEach(part -> {
                        for (int at = part * READ_BY_ONE; at < Math.min(length, (part + 1) * READ_BY_ONE); at++) {
                            ByteReader id = ids.apply(first + at);
                            some[at * LONGS] = id.fixed();
                            some[at * LONGS + 1] = id.fixed();
                            some[at * LONGS + 2] = id.small();
                        }
                    });
            for (int at = 0; at < length; at++) {
                int known = add(some[at * LONGS], some[at * LONGS + 1], (int) some[at * LONGS + 2]);
                taker.take(first + at, known == NONE ? size - 1 : known);
            }
        }
    }

    /// Takes what became of an id.
    public interface Taker {

        /// An id has its number.
        ///
        /// @param at     which one it is of those that were added
        /// @param number that it has now
        void take(int at, int number);
    }

    private int add(long head, long middle, int tail) {
        int at = place(head, middle, tail) * LONGS;
        int known = number(places[at + 2]);
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
        int place = home(head, middle, tail);
        while (!isFree(place) && !holds(place, head, middle, tail)) {
            place = place + 1 == capacity ? 0 : place + 1;
        }
        return place;
    }

    /// Where the id is, unless another one is there.
    private int home(long head, long middle, int tail) {
        return Hash.place(Hash.mixed((head * 31 + middle) ^ ((long) tail << 48)), capacity);
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
