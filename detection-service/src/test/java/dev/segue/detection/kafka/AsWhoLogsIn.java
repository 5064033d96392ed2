package dev.segue.detection.kafka;

import dev.segue.detection.MovableClock;
import java.util.Set;

/// The same, where nobody has logged in yet: [Observer#logIn] does as a browser would.
public class AsWhoLogsIn extends AsAPerson {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(MovableClock.class);
    }
}
