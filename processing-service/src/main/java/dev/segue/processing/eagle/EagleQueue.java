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

/// Brings files to Eagle, when it is open. Thread-safe; Eagle is asked one thing at a time.
final class EagleQueue implements Eagle {

    private static final Logger LOG = Logger.getLogger(EagleQueue.class);

    /// An item shows up to ten seconds after it was added, as users of V1 saw.
    private static final Duration SHOWS = Duration.ofMinutes(1);

    /// So long no track waits for an answer of an app that gave none.
    private static final Duration AWAY = Duration.ofSeconds(30);

    private static final int MOST_TIMES = 5;

    private final Wishes wishes;
    private final App app;
    private final UnaryOperator<String> mapping;
    private final InstantSource clock;
    private final Announcement announcement;
    private volatile Instant awayUntil = Instant.MIN;

    /// What Eagle did not do last.
    private volatile String why = "it has not shown there yet";

    /// @param mapping from a path here to the same on Eagle's machine
    EagleQueue(Wishes wishes, App app, UnaryOperator<String> mapping, InstantSource clock, Announcement announcement) {
        this.wishes = wishes;
        this.app = app;
        this.mapping = mapping;
        this.clock = clock;
        this.announcement = announcement;
    }

    @Override
    public Optional<String> bring(TrackSynced synced, Path file) {
        Wish wish = wishes.of(synced.track().id()).orElseGet(() -> wanted(Wish.of(synced, file)));
        return wish.item().or(() -> now(wish));
    }

    @Override
    public int waiting() {
        return wishes.open().size();
    }

    @Override
    public void forget(TrackId id) {
        awayUntil = Instant.MIN;
        wishes.of(id).filter(wish -> wish.item().isEmpty()).ifPresent(wish -> wishes.keep(wish.anew()));
    }

    @Override
    public List<Unseen> unseen() {
        return wishes.open().stream()
                .map(wish -> new Unseen(
                        wish.track().id(),
                        Path.of(wish.file()).getFileName().toString(),
                        wish.times(),
                        wish.times() < MOST_TIMES ? why : "given up: Eagle was asked " + wish.times() + " times"))
                .toList();
    }

    private Wish wanted(Wish wish) {
        wishes.keep(wish);
        return wish;
    }

    private Optional<String> now(Wish wish) {
        if (clock.instant().isBefore(awayUntil)) {
            return Optional.empty();
        }
        try {
            return bring(app.open(), wish);
        } catch (EagleAway away) {
            awayUntil = clock.instant().plus(AWAY);
            why = String.valueOf(away.getMessage());
            LOG.debugf("%s waits: %s", wish.file(), away.getMessage());
            return Optional.empty();
        } catch (EagleRefused later) {
            why = String.valueOf(later.getMessage());
            LOG.debugf("%s waits: %s", wish.file(), later.getMessage());
            return Optional.empty();
        }
    }

    /// Tries all that wait, and says of each that came there where it is now.
    void tryAll() {
        try {
            if (wishes.open().isEmpty()) {
                return;
            }
            App.Open open = app.open();
            for (Wish wish : wishes.open()) {
                tryOne(open, wish);
            }
        } catch (EagleAway | EagleRefused away) {
            why = String.valueOf(away.getMessage());
            LOG.infof("%d files wait for Eagle: %s", wishes.open().size(), away.getMessage());
        }
    }

    private void tryOne(App.Open open, Wish wish) throws EagleAway {
        try {
            bring(open, wish).ifPresent(item -> announcement.say(arrived(wish, item)));
        } catch (EagleRefused refused) {
            why = String.valueOf(refused.getMessage());
            LOG.warnf("%s does not come to Eagle: %s", wish.file(), refused.getMessage());
        }
    }

    private synchronized Optional<String> bring(App.Open open, Wish before) throws EagleAway, EagleRefused {
        Wish wish = wishes.of(before.track().id()).orElse(before);
        if (wish.item().isPresent()) {
            return wish.item();
        }
        var wanted = NewItem.of(wish, mapping.apply(wish.file()));
        Optional<String> there = app.find(open, wanted);
        if (there.isEmpty() && mayAsk(wish)) {
            Wish asked = wish.asked(clock.instant());
            wishes.keep(asked); // before it is: a kill between the two must not make a second item
            there = app.add(open, wanted);
            return granted(asked, there);
        }
        return granted(wish, there);
    }

    private Optional<String> granted(Wish wish, Optional<String> item) {
        item.map(wish::granted).ifPresent(wishes::keep);
        return item;
    }

    private boolean mayAsk(Wish wish) {
        Instant now = clock.instant();
        boolean early = wish.asked().filter(at -> now.isBefore(at.plus(SHOWS))).isPresent();
        return !early && wish.times() < MOST_TIMES;
    }

    private TrackProcessed arrived(Wish wish, String item) {
        return new TrackProcessed(
                wish.track().id(),
                TrackProcessed.Outcome.IMPORTED,
                Optional.of(Path.of(wish.file()).getFileName().toString()),
                Optional.of(item),
                Optional.empty(),
                clock.instant());
    }
}
