package dev.segue.library.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values that were made of cells not long ago, so that an equal cell gives the same one. Holds only so many: an older
/// one gives way. (A hash map would do worse: cells of digits hardly differ in their hash codes, and it never forgets.)
/// Not thread-safe.
final class Recent<T> {

    private static final int SLOT_BITS = 14;
    private static final int SPREAD = 0x9E3779B9;

    private final Function<String, T> maker;
    private final List<@Nullable Made<T>> slots = new ArrayList<>(Collections.nCopies(1 << SLOT_BITS, null));

    private record Made<T>(String cell, T value) {}

    /// Remembers what `maker` makes of cells.
    Recent(Function<String, T> maker) {
        this.maker = maker;
    }

    /// The value of `cell`.
    T of(String cell) {
        int slot = (cell.hashCode() * SPREAD) >>> (Integer.SIZE - SLOT_BITS);
        Made<T> made = slots.get(slot);
        if (made != null && made.cell().equals(cell)) {
            return made.value();
        }
        T value = maker.apply(cell);
        slots.set(slot, new Made<>(cell, value));
        return value;
    }
}
