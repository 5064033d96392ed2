package dev.segue.library.store;

import java.util.function.IntConsumer;

/// Numbers under hash codes, several under one. A number comes out under another code than its own once in four
/// thousand million look-ups, so who asks must look at what he finds. Filled by one thread, then safe to share.
public final class HashTable {

    /// Numbers under one hash code. More would make every look-up beside them slow, and filling endless.
    public static final int MOST_OF_ONE = 1_000;

    private static final double LOAD = 0.7;
    private static final long LOWER = 0xFFFF_FFFFL;

    /// in each place half of the hash code, and below it the number plus 1
    private final long[] places;

    /// A table for `most` numbers.
    public HashTable(int most) {
        places = new long[(int) (most / LOAD) + 2];
    }

    /// Puts `number` under `hash`, unless [#MOST_OF_ONE] are there already.
    public void add(long hash, int number) {
        long mixed = Hash.mixed(hash);
        int place = Hash.place(mixed, places.length);
        int others = 0;
        while (places[place] != 0) {
            others += places[place] >>> Integer.SIZE == (mixed & LOWER) ? 1 : 0;
            if (others == MOST_OF_ONE) {
                return;
            }
            place = next(place);
        }
        places[place] = (mixed << Integer.SIZE) | (number + 1);
    }

    /// Tells all numbers under `hash`, in the order in which they came.
    public void find(long hash, IntConsumer found) {
        long mixed = Hash.mixed(hash);
        int place = Hash.place(mixed, places.length);
        while (places[place] != 0) {
            if (places[place] >>> Integer.SIZE == (mixed & LOWER)) {
                found.accept((int) (places[place] & LOWER) - 1);
            }
            place = next(place);
        }
    }

    private int next(int place) {
        return place + 1 == places.length ? 0 : place + 1;
    }
}
