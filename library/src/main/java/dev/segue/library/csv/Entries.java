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
/// A track that stands in one place only is where its file put it, and `origins` says which list. One that stands in
/// several has a record of its own, written by [Merge]: number of the list that is its newest, whether it is liked, how
/// many places it has, list and row of each, and the track.
final class Entries extends AbstractList<CsvEntry> implements RandomAccess {

    /// in `origins`: several
    static final int MERGED = -1;

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
    private final int[] addresses;
    private final int[] origins;
    private final int[] rows;
    private final List<Origin> lists;

    Entries(IdTable ids, Slab slab, int[] addresses, int[] origins, int[] rows, List<Origin> lists) {
        this.ids = ids;
        this.slab = slab;
        this.addresses = addresses;
        this.origins = origins;
        this.rows = rows;
        this.lists = List.copyOf(lists);
    }

    Optional<CsvEntry> find(TrackId id) {
        int number = ids.find(id);
        return number == IdTable.NONE ? Optional.empty() : Optional.of(get(number));
    }

    @Override
    public CsvEntry get(int number) {
        return new CsvEntry(this, number);
    }

    @Override
    public int size() {
        return ids.size();
    }

    Track track(int number) {
        return TrackForm.read(atTrack(number));
    }

    TrackId id(int number) {
        return TrackForm.readId(atTrack(number));
    }

    TrackForm.Names names(int number) {
        return TrackForm.readNames(atTrack(number));
    }

    private ByteReader atTrack(int number) {
        ByteReader from = slab.at(addresses[number]);
        if (origins[number] == MERGED) {
            readPlaces(from);
        }
        return from;
    }

    Instant exportedAt(int number) {
        int origin = origins[number];
        int newest = origin == MERGED ? slab.at(addresses[number]).small() : origin;
        return lists.get(newest).exportedAt();
    }

    boolean liked(int number) {
        int origin = origins[number];
        if (origin != MERGED) {
            return lists.get(origin).saysLiked();
        }
        ByteReader from = slab.at(addresses[number]);
        from.number(); // the newest list's
        return from.number() != 0;
    }

    List<Placement> placements(int number) {
        int origin = origins[number];
        if (origin == MERGED) {
            return readPlaces(slab.at(addresses[number]));
        }
        Origin list = lists.get(origin);
        return list.saysPlaced() ? List.of(new Placement(list.name(), rows[number])) : List.of();
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
