package dev.segue.processing.eagle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Takes a wish as far as Eagle lets it: looked up, added, labelled. One at a time, and each step is remembered before
/// the next one begins.
final class Importing {

    /// An item shows up to ten seconds after it was added, as users of V1 saw.
    private static final Duration SHOWS = Duration.ofMinutes(1);

    private final Wishes wishes;
    private final App app;
    private final UnaryOperator<String> mapping;
    private final InstantSource clock;

    /// @param mapping from a path here to the same on Eagle's machine
    Importing(Wishes wishes, App app, UnaryOperator<String> mapping, InstantSource clock) {
        this.wishes = wishes;
        this.app = app;
        this.mapping = mapping;
        this.clock = clock;
    }

    /// Does what can be done of it now.
    ///
    /// @return how far it is
    synchronized Wish advance(App.Open open, Wish before) throws EagleAway, EagleRefused {
        Wish wish = wishes.of(before.track().id()).orElse(before);
        Wish there = wish.item().isPresent() ? wish : bring(open, wish);
        boolean stale = there.item().isPresent() && !there.done();
        return stale && !there.isGivenUp() ? label(open, there) : there;
    }

    private Wish bring(App.Open open, Wish wish) throws EagleAway, EagleRefused {
        var wanted = NewItem.of(wish, mapping.apply(wish.file()));
        Optional<Found> found = app.find(open, wanted);
        if (found.isPresent()) {
            Found item = found.get();
            // what the person has thrown away stays there
            Labels labels = item.trashed() ? wish.wanted() : Labels.NONE;
            return wishes.change(wish, now -> now.granted(item.id(), labels));
        }
        if (!mayAsk(wish)) {
            return wish;
        }
        app.confirm(open);
        // before it is: a kill between the two must not make a second item
        Wish asked = wishes.change(wish, now -> now.asked(clock.instant()));
        Optional<String> id = app.add(open, wanted);
        return id.isEmpty() ? asked : wishes.change(asked, now -> now.granted(id.get(), wanted.labels()));
    }

    private boolean mayAsk(Wish wish) {
        Instant now = clock.instant();
        boolean early = wish.asked().filter(at -> now.isBefore(at.plus(SHOWS))).isPresent();
        return !early && !wish.isGivenUp();
    }

    /// Gives an item the labels that it shall have.
    private Wish label(App.Open open, Wish wish) throws EagleAway, EagleRefused {
        String id = wish.item().orElseThrow();
        Labels wanted = wish.wanted();
        Wish asked = wishes.change(wish, now -> now.asked(clock.instant()));
        Optional<Found> item = app.look(open, id);
        if (item.isEmpty()) {
            app.confirm(open); // else the person has taken it out, and it stays out
        } else {
            app.label(open, item.get(), wish.given().orElse(Labels.NONE), wanted);
        }
        return wishes.change(asked, now -> now.granted(id, wanted));
    }
}
