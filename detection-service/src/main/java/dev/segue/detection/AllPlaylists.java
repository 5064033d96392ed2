package dev.segue.detection;

import dev.segue.detection.Spotify.Listed;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.csv.CsvPlaylist;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Holds all playlists that were exported against the API. For one thread at a time.
///
/// One that the API fails at does not hide those after it. After three in a row it is the API that is in trouble.
final class AllPlaylists {

    private static final int MOST_IN_A_ROW = 3;

    private final Listings listings;
    private final PlaylistCheck playlists;
    private final Function<Outcome<Reply.Found>, Reply> replies;

    /// @param replies what is replied for an outcome
    AllPlaylists(Listings listings, PlaylistCheck playlists, Function<Outcome<Reply.Found>, Reply> replies) {
        this.listings = listings;
        this.playlists = playlists;
        this.replies = replies;
    }

    /// What the API replies.
    ///
    /// @param exports what exports say; without playlists in them all of the person's are meant
    Reply check(CsvLibrary exports) {
        Outcome<List<Listed>> listed = listings.all();
        if (!(listed instanceof Outcome.Answer<List<Listed>>(List<Listed> mine))) {
            return replies.apply(listed.then(_ -> new Outcome.Failed<>("never")));
        }
        var sum = new Sum();
        for (Listed playlist : mine) {
            List<CsvPlaylist> exported = exports.playlists(playlist.name());
            if (exports.playlists().isEmpty() || exported.size() == 1) {
                var question =
                        new Question.OfPlaylist(playlist.id(), exported.stream().findFirst(), Integer.MAX_VALUE);
                Optional<Reply> end =
                        sum.add(playlist, replies.apply(playlists.check(playlist.id(), question, exports)));
                if (end.isPresent()) {
                    return end.get();
                }
            }
        }
        return sum.reply();
    }

    /// What came of those that were asked for.
    private static final class Sum {

        private Reply.Found found = Reply.Found.nothing();
        private Optional<Reply.More> rest = Optional.empty();
        private Optional<String> trouble = Optional.empty();
        private int inARow;

        /// @return what is to be replied at once, the others left unasked
        Optional<Reply> add(Listed playlist, Reply reply) {
            inARow = reply instanceof Reply.Trouble ? inARow + 1 : 0;
            switch (reply) {
                case Reply.Found more -> found = found.and(more);
                case Reply.More more -> {
                    found = found.and(more.found());
                    rest = Optional.of(more);
                }
                case Reply.Later later -> {
                    return Optional.of(new Reply.Later(found, later.from(), later.why()));
                }
                case Reply.Trouble failed -> trouble = Optional.of('"' + playlist.name() + "\": " + failed.why());
                case Reply.Never _ -> {} // somebody else's: its export stands
            }
            return inARow < MOST_IN_A_ROW ? Optional.empty() : Optional.of(reply());
        }

        Reply reply() {
            return trouble.<Reply>map(why -> new Reply.Trouble(found, why))
                    .or(() -> rest.map(more -> new Reply.More(found, more.from(), more.why())))
                    .orElse(found);
        }
    }
}
