package dev.segue.library.csv;

import java.util.Optional;
import java.util.function.Supplier;

/// A value that is made when it is first asked for. Thread-safe.
final class Once<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private volatile Optional<T> made = Optional.empty();

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        Optional<T> value = made;
        return value.isPresent() ? value.get() : make();
    }

    private synchronized T make() {
        T value = made.orElseGet(maker);
        made = Optional.of(value);
        return value;
    }
}
