package dev.segue.processing.eagle;

import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.Announcement;
import dev.segue.processing.Eagle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/// Brings files to Eagle, when it is open, and keeps their tags and folders in step. Thread-safe; Eagle is asked one
/// thing at a time.
final class EagleQueue implements Eagle {

    private static final Logger LOG = Logger.getLogger(EagleQueue.class);

    /// So long no track waits for an answer of an app that gave none.
    private static final Duration AWAY = Duration.ofSeconds(30);

    private final Wishes wishes;
    private final App app;
    private final Importing importing;
    private final InstantSource clock;
    private final Announcement announcement;
    private final Reasons reasons = new Reasons();
    private volatile Instant awayUntil = Instant.MIN;

    /// @param mapping from a path here to the same on Eagle's machine
    EagleQueue(Wishes wishes, App app, UnaryOperator<String> mapping, InstantSource clock, Announcement announcement) {
        this.wishes = wishes;
        this.app = app;
        this.importing = new Importing(wishes, app, mapping, clock);
        this.clock = clock;
        this.announcement = announcement;
    }

    @Override
    public Arrival bring(TrackSynced synced, Path file) {
        Wish wish = wishes.change(Wish.of(synced, file), old -> old.now(synced, file));
        Wish after = wish.done() ? wish : now(wish);
        return after.item().<Arrival>map(Arrival.There::new).orElseGet(() -> new Arrival.Waits(reasons.of(after)));
    }

    @Override
    public int waiting() {
        return wishes.open().size();
    }

    @Override
    public void forget(TrackId id) {
        awayUntil = Instant.MIN;
        wishes.of(id).ifPresent(wish -> wishes.change(wish, Wish::anew));
    }

    @Override
    public List<Unseen> unseen() {
        return wishes.open().stream()
                .map(wish -> new Unseen(wish.track().id(), name(wish), wish.times(), reasons.of(wish)))
                .toList();
    }

    private Wish now(Wish wish) {
        if (clock.instant().isBefore(awayUntil)) {
            return wish;
        }
        try {
            return advance(app.open(), wish);
        } catch (EagleAway | EagleRefused away) {
            awayUntil = clock.instant().plus(AWAY);
            reasons.away(String.valueOf(away.getMessage()));
            LOG.debugf("%s waits: %s", wish.file(), away.getMessage());
            return wish;
        }
    }

    /// Tries all that wait, and says of each that came there, or is given up, where it is now.
    void tryAll() {
        try {
            List<Wish> all = wishes.open();
            App.Open open = all.isEmpty() ? new App.Open(true) : app.open();
            for (Wish wish : all) {
                Wish after = advance(open, wish);
                if (after.item().isPresent() != wish.item().isPresent() || after.isGivenUp() != wish.isGivenUp()) {
                    announcement.say(processed(after));
                }
            }
        } catch (EagleAway | EagleRefused away) {
            reasons.away(String.valueOf(away.getMessage()));
            LOG.infof("%d files wait for Eagle: %s", wishes.open().size(), away.getMessage());
        }
    }

    private Wish advance(App.Open open, Wish wish) throws EagleAway {
        try {
            Wish after = importing.advance(open, wish);
            reasons.answered(after);
            return after;
        } catch (EagleRefused refused) {
            reasons.refused(wish, String.valueOf(refused.getMessage()));
            LOG.warnf("%s is not in Eagle as it shall be: %s", wish.file(), refused.getMessage());
            return wishes.of(wish.track().id()).orElse(wish);
        }
    }

    private TrackProcessed processed(Wish wish) {
        return new TrackProcessed(
                wish.track().id(),
                TrackProcessed.Outcome.IMPORTED,
                Optional.of(name(wish)),
                wish.item(),
                wish.item().isPresent() ? Optional.empty() : Optional.of("not in Eagle: " + reasons.of(wish)),
                clock.instant());
    }

    private static String name(Wish wish) {
        return Path.of(wish.file()).getFileName().toString();
    }
}
