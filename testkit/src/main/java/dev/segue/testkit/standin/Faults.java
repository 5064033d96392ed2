package dev.segue.testkit.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What shall go wrong, in the order in which it was asked for. Thread-safe.
public final class Faults {

    private final List<Pending> pending = new ArrayList<>();

    Faults() {}

    /// A fault and how far it has got.
    private static final class Pending {

        private final Fault fault;
        private final SplittableRandom chance;
        private long left;

        Pending(Fault fault) {
            this.fault = fault;
            this.chance = new SplittableRandom(fault.seed());
            this.left = fault.count();
        }

        boolean hits(String endpoint) {
            boolean meant = fault.endpoint().equals("*") || fault.endpoint().equals(endpoint);
            if (left == 0 || !meant || chance.nextDouble() >= fault.rate()) {
                return false;
            }
            left--;
            return true;
        }
    }

    /// What is still to come.
    ///
    /// @param left how many calls it will hit yet
    public record Open(String endpoint, String kind, double rate, long left) {}

    public synchronized void add(Fault fault) {
        pending.add(new Pending(fault));
    }

    public synchronized void clear() {
        pending.clear();
    }

    public synchronized List<Open> open() {
        return pending.stream()
                .filter(one -> one.left > 0)
                .map(one -> new Open(one.fault.endpoint(), one.fault.kind().label(), one.fault.rate(), one.left))
                .toList();
    }

    /// The fault that hits this call of `endpoint`; it is used up by that.
    synchronized Optional<Fault> next(String endpoint) {
        Optional<Fault> hit =
                pending.stream().filter(one -> one.hits(endpoint)).findFirst().map(one -> one.fault);
        pending.removeIf(one -> one.left == 0);
        return hit;
    }
}
