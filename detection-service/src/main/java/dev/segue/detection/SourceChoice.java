package dev.segue.detection;

import dev.segue.detection.DetectionConfig.LookupMode;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.csv.CsvPlaylist;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.library.fact.PlaylistObserved;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who is asked for a detection: exports first, and the API for what they lack, or to hold a playlist against.
final class SourceChoice {

    private final CsvLibrary backup;
    private final ObservedPlaylists observed;
    private final LookupMode mode;
    private final boolean canAsk;
    private final boolean canAskSoundCloud;
    private final Instant now;

    /// @param configured the APIs that there are credentials of
    SourceChoice(CsvLibrary backup, ObservedPlaylists observed, LookupMode mode, Set<Api> configured, Instant now) {
        this.backup = backup;
        this.observed = observed;
        this.mode = mode;
        this.canAsk = configured.contains(Api.SPOTIFY) && mode != LookupMode.CSV_ONLY;
        this.canAskSoundCloud = configured.contains(Api.SOUNDCLOUD) && mode != LookupMode.CSV_ONLY;
        this.now = now;
    }

    /// What is there, `limit` tracks at most, and what else is to be asked.
    Findings find(Detection detection, int limit) {
        return switch (detection) {
            case Detection.Liked liked -> {
                Findings exported = detector().find(liked, limit);
                boolean enough = exported instanceof Findings.Tracks && mode != LookupMode.API_ONLY;
                yield enough || !canAsk ? exported : new Findings.Asked(new Question.Liked(limit));
            }
            case Detection.NewestLikes _ -> ofSpotify(new Question.NewestLikes(limit), "what was liked lately");
            case Detection.Playlist(String name) -> playlist(name, limit);
            case Detection.AllPlaylists _ -> ofSpotify(new Question.OfAllPlaylists(), "all playlists");
            case Detection.Current _ -> ofSpotify(new Question.Current(), "what plays");
            case Detection.SoundCloudLikes _ -> ofSoundCloud(new Question.Likes(limit), "your likes there");
            case Detection.SinglePage(URI page) -> ofSoundCloud(new Question.Page(page), "what is on its pages");
            case Detection.WholeBackup whole -> detector().find(whole, limit);
            case Detection.Single single -> detector().find(single, limit);
        };
    }

    private Findings ofSpotify(Question question, String what) {
        return canAsk ? new Findings.Asked(question) : nobodyKnows("Spotify", what);
    }

    private Findings ofSoundCloud(Question.OfSoundCloud question, String what) {
        return canAskSoundCloud ? new Findings.Asked(question) : nobodyKnows("SoundCloud", what);
    }

    private Findings nobodyKnows(String api, String what) {
        String why = mode == LookupMode.CSV_ONLY ? "segue.lookup is csv-only" : api + " is not configured";
        return new Findings.Nothing(why + ", and nobody else knows " + what);
    }

    private Findings playlist(String name, int limit) {
        PlaylistReference reference = PlaylistReference.parse(name);
        List<CsvPlaylist> exports = exports(reference);
        Findings exported = detector()
                .find(
                        new Detection.Playlist(
                                exports.size() == 1 ? exports.getFirst().name() : name),
                        limit);
        if (!canAsk) {
            return exported;
        }
        if (mode == LookupMode.API_ONLY || exports.isEmpty()) {
            return new Findings.Asked(new Question.OfPlaylist(name, Optional.empty(), limit));
        }
        return exported instanceof Findings.Tracks tracks && limit == Integer.MAX_VALUE
                ? new Findings.Checked(
                        tracks.detected(), new Question.OfPlaylist(name, Optional.of(exports.getFirst()), limit))
                : exported;
    }

    private List<CsvPlaylist> exports(PlaylistReference reference) {
        List<CsvPlaylist> named = reference.name().map(backup::playlists).orElse(List.of());
        if (!named.isEmpty() || reference.id().isEmpty()) {
            return named;
        }
        List<CsvPlaylist> withId = backup.playlistsWithId(reference.id().get());
        return withId.isEmpty()
                ? observed.of(reference.id().get())
                        .map(PlaylistObserved::playlist)
                        .map(backup::playlists)
                        .orElse(List.of())
                : withId;
    }

    private Detector detector() {
        return new Detector(backup, now);
    }
}
