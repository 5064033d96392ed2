package dev.segue.detection.kafka;

import dev.segue.detection.MovableClock;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Set;

/// The service with a clock that a test moves, a person who has logged in to Spotify, and its stand-in.
public class AsAPerson implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(MovableClock.class, PersonsToken.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(SpotifyAndBroker.class));
    }
}
