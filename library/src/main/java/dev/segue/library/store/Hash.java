package dev.segue.library.store;

/// Spreads hash codes over tables of any size.
final class Hash {

    private Hash() {}

    /// `value` with all bits depending on all (the finaliser of SplitMix64, by Sebastiano Vigna, public domain).
    static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /// A place from 0 to below `capacity` for a mixed hash code: its upper half decides.
    static int place(long mixed, int capacity) {
        return (int) (((mixed >>> Integer.SIZE) * capacity) >>> Integer.SIZE);
    }
}
