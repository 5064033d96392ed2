package dev.segue.library.store;

import java.util.function.IntConsumer;

/// Numbers under hash codes, several under one. A number comes out under another code than its own once in four
/// thousand million look-ups, so who asks must look at what he finds. Filled by one thread, then safe to share.
public final class HashTable {

    private static final double LOAD = 0.7;
    private static final long LOWER = 0xFFFF_FFFFL;

    /// in each place half of the hash code, and below it the number plus 1
    private final long[] places;

    /// A table for `most` numbers.
    public HashTable(int most) {
        places = new long[(int) (most / LOAD) + 2];
    }

    /// Puts `number` under `hash`. What is there already stays.
    public void add(long hash, int number) {
        long mixed = Hash.mixed(hash);
        int place = Hash.place(mixed, places.length);
        while (places[place] != 0) {
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
