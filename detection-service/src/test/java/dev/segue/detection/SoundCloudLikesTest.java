package dev.segue.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Likes in pages of three.
class SoundCloudLikesTest {

    private static final int PAGE = 3;

    private final Account account = new Account();
    private final ObservedPlaylists observed = new ObservedPlaylists();
    private InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
    private Answers answers = new Answers(clock);
    private SoundCloudLikes likes = new SoundCloudLikes(account, observed, answers, clock);

    @Test
    void firstLookReadsAllAndTellsAllOfThem() {
        account.likes(7, 6, 5, 4, 3, 2, 1);

        Reply.Found found = look();

        assertThat(account.calls).isEqualTo(3);
        assertThat(numbers(found)).containsExactly(7, 6, 5, 4, 3, 2, 1);
        assertThat(found.fetched()).hasSize(7);
        assertThat(found.detected()).allSatisfy(detected -> {
            assertThat(detected.source()).isEqualTo(DetectionSource.SOUNDCLOUD_LIKES);
            assertThat(detected.hint().title()).isPresent();
        });
        assertThat(found.observed().getFirst().tracks()).hasSize(7);
    }

    @Test
    void secondLookStopsAtWhatIsKnown() {
        account.likes(7, 6, 5, 4, 3, 2, 1);
        look();
        account.calls = 0;

        Reply.Found same = look();
        account.likes(8, 7, 6, 5, 4, 3, 2, 1);
        Reply.Found grown = look();

        assertThat(account.calls).isEqualTo(2);
        assertThat(same.observed()).isEmpty();
        assertThat(same.fetched()).isEmpty();
        assertThat(numbers(same)).hasSize(7);
        assertThat(grown.fetched()).extracting(TrackFetched::id).containsExactly(id(8));
        assertThat(grown.observed().getFirst().tracks()).hasSize(8).endsWith(id(7), id(8));
        assertThat(numbers(grown)).containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void whatIsLikedAgainHidesNothingThatIsNew() {
        account.likes(7, 6, 5, 4, 3, 2, 1);
        look();

        account.likes(2, 9, 8, 7, 6, 5, 4, 3, 1);

        assertThat(look().fetched()).extracting(TrackFetched::id).containsExactly(id(9), id(8));
    }

    @Test
    void allAreReadAgainAfterSevenDaysAlsoIfItWasRestarted() {
        account.likes(7, 6, 5, 4, 3, 2, 1);
        look();
        later(Duration.ofDays(4));
        account.likes(8, 7, 6, 5, 3, 2, 1);
        look();
        assertThat(observed.of(SoundCloudLikes.ID).orElseThrow().tracks()).contains(id(4));

        later(Duration.ofDays(4));
        account.calls = 0;
        Reply.Found found = look();

        assertThat(account.calls).isEqualTo(3);
        assertThat(found.observed().getFirst().tracks()).hasSize(7).doesNotContain(id(4));
        assertThat(found.detected()).extracting(TrackDetected::id).contains(id(4));
    }

    @Test
    void readingGoesOnWhereItWasStopped() {
        account.likes(7, 6, 5, 4, 3, 2, 1);
        account.failAt = 2;

        assertThat(likes.check()).isInstanceOf(Outcome.RateLimited.class);
        Reply.Found found = look();

        assertThat(account.calls).isEqualTo(4);
        assertThat(numbers(found)).containsExactly(7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void nobodyLikesAnything() {
        assertThat(look().detected()).isEmpty();
        assertThat(look().observed()).isEmpty();
    }

    /// The service is started again: it remembers what is in the topics, and nothing else.
    private void later(Duration by) {
        clock = InstantSource.offset(clock, by);
        Answers known = answers;
        answers = new Answers(clock);
        account.all.forEach(id -> known.track(id).ifPresent(track -> answers.learn(id, Optional.of(track))));
        likes = new SoundCloudLikes(account, observed, answers, clock);
    }

    private Reply.Found look() {
        Outcome<Reply.Found> outcome = likes.check();
        if (outcome instanceof Outcome.Answer<Reply.Found>(var found)) {
            found.fetched().forEach(answers::learn);
            found.observed().forEach(observed::learn);
            return found;
        }
        throw new AssertionError(outcome);
    }

    private static List<Integer> numbers(Reply.Found found) {
        return found.detected().stream()
                .map(detected -> Integer.parseInt(detected.id().key()))
                .toList();
    }

    private static TrackId id(int number) {
        return TrackId.parse("soundcloud:" + number);
    }

    /// The likes of somebody.
    private static final class Account implements SoundCloud {

        private final List<TrackId> all = new ArrayList<>();
        private List<TrackId> liked = List.of();
        private int calls;
        private int failAt;

        void likes(int... numbers) {
            liked = IntStream.of(numbers).mapToObj(SoundCloudLikesTest::id).toList();
            all.addAll(liked);
        }

        @Override
        public Outcome<Likes> likes() {
            return page(0);
        }

        @Override
        public Outcome<Likes> likes(URI next) {
            return page(Integer.parseInt(next.getFragment()));
        }

        private Outcome<Likes> page(int from) {
            calls++;
            if (calls == failAt) {
                return new Outcome.RateLimited<>(Instant.MAX);
            }
            int to = Math.min(from + PAGE, liked.size());
            List<Track> tracks = liked.subList(from, to).stream()
                    .map(id -> new Hint(Optional.of("Song " + id.key()), List.of("Somebody"), Optional.empty())
                            .describe(id))
                    .toList();
            Optional<URI> next = to < liked.size() ? Optional.of(URI.create("http://likes#" + to)) : Optional.empty();
            return new Outcome.Answer<>(new Likes(tracks, next));
        }

        @Override
        public Outcome<Track> track(TrackId id) {
            return new Outcome.NotFound<>("not asked here");
        }

        @Override
        public Outcome<Original> original(TrackId id) {
            return new Outcome.NotFound<>("not asked here");
        }

        @Override
        public Outcome<TrackId> resolve(URI page) {
            return new Outcome.NotFound<>("not asked here");
        }
    }
}
