package dev.segue.processing.kafka;

import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactWriter;
import dev.segue.processing.Announcement;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Writes facts that belong to no run.
@Singleton
class Announcing implements Announcement {

    private static final Logger LOG = Logger.getLogger(Announcing.class);

    private final FactWriter facts;

    Announcing(FactWriter facts) {
        this.facts = facts;
    }

    @Override
    public void say(Fact fact) {
        var _ = facts.write(fact, Envelope.NONE).whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.errorf(failure, "It could not be said: %s", fact);
            }
        });
    }
}
