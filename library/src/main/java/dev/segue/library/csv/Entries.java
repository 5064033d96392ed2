package dev.segue.library.csv;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.store.ByteReader;
import dev.segue.library.store.IdTable;
import dev.segue.library.store.Slab;
import dev.segue.library.store.TrackForm;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/// All tracks of a library by number and by id. Immutable. [Merge] makes it.
///
/// A track that stands in one place only is where its file put it, and its origin is that list. One that stands in
/// several has a record of its own, written by [Merge]: number of the list that is its newest, whether it is liked, how
/// many places it has, list and row of each, and the track. The origin is noted at the id, too, so that one look into
/// memory that is in no cache tells whether there is such a track and how old that is.
final class Entries extends AbstractList<CsvEntry> implements RandomAccess {

    /// numbers of a place, and which is which
    static final int PLACE = 3;
    static final int ADDRESS = 0;
    static final int ORIGIN = 1;
    static final int ROW = 2;
    /// instead of an origin: several
    static final int MERGED = -1;

    /// Of an id whose origin is no note: there are more lists than notes.
    private static final int UNNOTED = 0;
    /// The note of origin 0. [#MERGED] is before it.
    private static final int FIRST_NOTE = 2;

    /// A list, for what it says of its tracks.
    ///
    /// @param current whether it is how the playlist is now
    record Origin(String name, boolean liked, boolean current, Instant exportedAt) {

        boolean saysLiked() {
            return current && liked;
        }

        boolean saysPlaced() {
            return current && !liked;
        }
    }

    private final IdTable ids;
    private final Slab slab;
    private final int[] places;
    private final List<Origin> lists;

    /// @param places of each entry its address in `slab`, its origin, and its row there: together, since they are asked
    ///               for together
    Entries(IdTable ids, Slab slab, int[] places, List<Origin> lists) {
        this.ids = ids;
        this.slab = slab;
        this.places = places;
        this.lists = List.copyOf(lists);
        ids.note(this::note);
    }

    Optional<CsvEntry> find(TrackId id) {
        long found = ids.look(id);
        int number = IdTable.number(found);
        if (number == IdTable.NONE) {
            return Optional.empty();
        }
        int note = IdTable.note(found);
        return Optional.of(note == UNNOTED ? get(number) : new CsvEntry(this, number, note - FIRST_NOTE));
    }

    private int note(int number) {
        int note = origin(number) + FIRST_NOTE;
        return note <= IdTable.MOST_NOTE ? note : UNNOTED;
    }

    private int origin(int number) {
        return places[number * PLACE + ORIGIN];
    }

    @Override
    public CsvEntry get(int number) {
        return new CsvEntry(this, number, origin(number));
    }

    @Override
    public int size() {
        return ids.size();
    }

    Track track(int number) {
        return TrackForm.read(atId(number));
    }

    TrackId id(int number) {
        return TrackForm.readId(atId(number));
    }

    /// A reader of a track from its id on.
    ByteReader atId(int number) {
        int at = number * PLACE;
        ByteReader from = slab.at(places[at + ADDRESS]);
        if (places[at + ORIGIN] == MERGED) {
            passPlaces(from);
        }
        return from;
    }

    private static void passPlaces(ByteReader from) {
        from.number(); // the newest list's
        from.number(); // whether it is liked
        for (int left = 2 * from.small(); left > 0; left--) {
            from.number();
        }
    }

    Instant exportedAt(int number, int origin) {
        int newest =
                origin == MERGED ? slab.at(places[number * PLACE + ADDRESS]).small() : origin;
        return lists.get(newest).exportedAt();
    }

    boolean liked(int number, int origin) {
        if (origin != MERGED) {
            return lists.get(origin).saysLiked();
        }
        ByteReader from = slab.at(places[number * PLACE + ADDRESS]);
        from.number(); // the newest list's
        return from.number() != 0;
    }

    List<Placement> placements(int number, int origin) {
        if (origin == MERGED) {
            return readPlaces(slab.at(places[number * PLACE + ADDRESS]));
        }
        Origin list = lists.get(origin);
        return list.saysPlaced() ? List.of(new Placement(list.name(), places[number * PLACE + ROW])) : List.of();
    }

    private List<Placement> readPlaces(ByteReader from) {
        from.number(); // the newest list's
        from.number(); // whether it is liked
        int count = from.small();
        List<Placement> places = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            String name = lists.get(from.small()).name();
            places.add(new Placement(name, from.small()));
        }
        return List.copyOf(places);
    }
}
