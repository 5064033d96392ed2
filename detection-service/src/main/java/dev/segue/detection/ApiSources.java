package dev.segue.detection;

import dev.segue.detection.DetectionConfig.LookupMode;
import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.fact.ApiStatus.Api;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// Puts questions to the APIs, one at a time to each. Thread-safe.
@ApplicationScoped
public class ApiSources {

    private static final Duration AWAY = Duration.ofMinutes(1);

    private final BackupSource backup;
    private final InstantSource clock;
    private final boolean exportsCount;
    private final PlaylistCheck playlists;
    private final AllPlaylists allPlaylists;
    private final LikedCheck liked;
    private final NewestLikes newestLikes;
    private final CurrentCheck current;
    private final Sound sound;
    private final SoundCloudLikes soundCloudLikes;
    private final PageCheck pages;
    private final Map<Api, ReentrantLock> turns =
            Map.of(Api.SPOTIFY, new ReentrantLock(true), Api.SOUNDCLOUD, new ReentrantLock(true));

    public ApiSources(
            Spotify spotify,
            SoundCloud soundCloud,
            ApiGates gates,
            BackupSource backup,
            ObservedPlaylists observed,
            Answers answers,
            DetectionConfig config,
            InstantSource clock) {
        this.backup = backup;
        this.clock = clock;
        this.exportsCount = config.lookup() != LookupMode.API_ONLY;
        var listings = new Listings(spotify, clock);
        this.playlists = new PlaylistCheck(spotify, listings, observed, answers, clock);
        this.allPlaylists = new AllPlaylists(listings, playlists, this::reply);
        this.current = new CurrentCheck(spotify, answers, clock);
        this.sound = new Sound(spotify, gates.of(Api.SPOTIFY), answers, clock);
        this.liked = new LikedCheck(spotify, observed, answers, clock);
        this.newestLikes = new NewestLikes(spotify, observed, answers, liked, clock);
        this.soundCloudLikes = new SoundCloudLikes(soundCloud, observed, answers, clock);
        this.pages = new PageCheck(soundCloud, answers, clock);
    }

    /// What the API replies. May take long.
    ///
    /// @param heard is told what was found before the next question is put, so that nothing is found twice
    public Reply ask(Question question, Consumer<Reply.Found> heard) {
        ReentrantLock turn = Objects.requireNonNull(turns.get(question.api()));
        turn.lock();
        try {
            Reply reply = reply(question);
            switch (reply) {
                case Reply.Found found -> heard.accept(found);
                case Reply.More more -> heard.accept(more.found());
                case Reply.Later later -> heard.accept(later.soFar());
                case Reply.Trouble trouble -> heard.accept(trouble.soFar());
                case Reply.Never _ -> {}
            }
            return reply;
        } finally {
            turn.unlock();
        }
    }

    private Reply reply(Question question) {
        return switch (question) {
            case Question.Liked(int limit) -> limited(reply(liked.check(exports())), limit);
            case Question.NewestLikes(int limit) -> limited(reply(newestLikes.check(exports())), limit);
            case Question.OfPlaylist asked -> limited(reply(playlists.check(asked, exports())), asked.limit());
            case Question.OfAllPlaylists _ -> allPlaylists.check(exports());
            case Question.Current _ -> current.check();
            case Question.Likes(int limit) -> limited(ofSoundCloud(soundCloudLikes.check()), limit);
            case Question.Page(URI page) -> ofSoundCloud(pages.check(page));
        };
    }

    private CsvLibrary exports() {
        if (!exportsCount) {
            return CsvLibrary.empty();
        }
        try {
            return backup.library();
        } catch (BackupUnreadableException none) {
            return CsvLibrary.empty(); // then the API alone knows
        }
    }

    private Reply reply(Outcome<Reply.Found> outcome) {
        return reply(outcome, "Spotify", sound::addedTo);
    }

    private Reply ofSoundCloud(Outcome<Reply.Found> outcome) {
        return reply(outcome, "SoundCloud", found -> found);
    }

    private Reply reply(Outcome<Reply.Found> outcome, String api, Function<Reply.Found, Reply> complete) {
        return switch (outcome) {
            case Outcome.Answer<Reply.Found>(Reply.Found found) -> complete.apply(found);
            case Outcome.NotFound<Reply.Found>(String why) -> new Reply.Never(why);
            case Outcome.Refused<Reply.Found>(String why) -> new Reply.Never(why);
            case Outcome.NoLogin<Reply.Found>(String why, Instant _) -> new Reply.Never(why);
            case Outcome.RateLimited<Reply.Found>(Instant until) ->
                new Reply.Later(Reply.Found.nothing(), until, api + " takes no calls until " + until);
            case Outcome.Failed<Reply.Found>(String why, boolean reached) ->
                reached
                        ? new Reply.Trouble(Reply.Found.nothing(), why)
                        : new Reply.Later(Reply.Found.nothing(), clock.instant().plus(AWAY), why);
        };
    }

    private static Reply limited(Reply reply, int limit) {
        return switch (reply) {
            case Reply.Found found -> limited(found, limit);
            case Reply.More more -> new Reply.More(limited(more.found(), limit), more.from(), more.why());
            case Reply.Later later -> later;
            case Reply.Trouble trouble -> trouble;
            case Reply.Never never -> never;
        };
    }

    private static Reply.Found limited(Reply.Found found, int limit) {
        return found.detected().size() > limit
                ? new Reply.Found(
                        found.fetched(), found.observed(), found.detected().subList(0, limit))
                : found;
    }
}
