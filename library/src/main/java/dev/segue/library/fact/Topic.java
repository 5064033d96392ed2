package dev.segue.library.fact;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where each kind of fact lives in Kafka, and for how long. Every setting of `docs/events.md` is here and only here.
public enum Topic {
    TRACK_DETECTED("track-detected", TrackDetected.class, 12, new Kept.For(Duration.ofDays(7))),
    /// one partition, so exactly one detection-service instance is the fetcher
    FETCH_REQUESTED("fetch-requested", FetchRequested.class, 1, new Kept.For(Duration.ofDays(7))),
    TRACK_FETCHED("track-fetched", TrackFetched.class, 12, new Kept.Latest()),
    TRACK_ENRICHED("track-enriched", TrackEnriched.class, 12, new Kept.For(Duration.ofDays(7))),
    TRACK_SYNCED("track-synced", TrackSynced.class, 12, new Kept.Latest()),
    TRACK_PROCESSED("track-processed", TrackProcessed.class, 12, new Kept.Latest()),
    TRACK_REJECTED("track-rejected", TrackRejected.class, 12, new Kept.For(Duration.ofDays(30))),
    PLAYLIST_OBSERVED("playlist-observed", PlaylistObserved.class, 12, new Kept.Forever()),
    API_STATUS("api-status", ApiStatus.class, 12, new Kept.Latest()),
    DETECTION_STATUS("detection-status", DetectionStatus.class, 1, new Kept.Latest());

    /// For how long a topic keeps its records.
    public sealed interface Kept {

        /// until they are so old
        record For(Duration age) implements Kept {}

        /// the newest of each key (compaction)
        record Latest() implements Kept {}

        /// all of them
        record Forever() implements Kept {}

        /// The topic settings that say so.
        default Map<String, String> settings() {
            return switch (this) {
                case For(Duration age) ->
                    Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(age.toMillis()));
                case Latest() -> Map.of("cleanup.policy", "compact");
                case Forever() -> Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
            };
        }
    }

    /// For how long records that no handler could read are kept, in the topic of the same name with this suffix.
    public static final Kept DEAD_LETTERS_KEPT = new Kept.For(Duration.ofDays(30));

    /// The largest record that is written, in bytes: a list of some 250,000 tracks.
    public static final int LARGEST_RECORD = 8 << 20;

    /// How large a record of a topic may be; brokers allow one mebibyte by themselves.
    static final String LARGEST = "max.message.bytes";

    private static final String DEAD_LETTERS = "-dlq";

    private final String topic;
    private final Class<? extends Fact> type;
    private final int partitions;
    private final Kept kept;

    Topic(String topic, Class<? extends Fact> type, int partitions, Kept kept) {
        this.topic = topic;
        this.type = type;
        this.partitions = partitions;
        this.kept = kept;
    }

    /// The topic that `fact` belongs to.
    public static Topic of(Fact fact) {
        return switch (fact) {
            case TrackDetected _ -> TRACK_DETECTED;
            case FetchRequested _ -> FETCH_REQUESTED;
            case TrackFetched _ -> TRACK_FETCHED;
            case TrackEnriched _ -> TRACK_ENRICHED;
            case TrackSynced _ -> TRACK_SYNCED;
            case TrackProcessed _ -> TRACK_PROCESSED;
            case TrackRejected _ -> TRACK_REJECTED;
            case PlaylistObserved _ -> PLAYLIST_OBSERVED;
            case ApiStatus _ -> API_STATUS;
            case DetectionStatus _ -> DETECTION_STATUS;
        };
    }

    /// The topic called `name`; empty if it is none of ours.
    public static Optional<Topic> named(String name) {
        return Arrays.stream(values()).filter(topic -> topic.topic.equals(name)).findFirst();
    }

    /// Its name in Kafka.
    public String topic() {
        return topic;
    }

    /// The one record type in it.
    public Class<? extends Fact> type() {
        return type;
    }

    public int partitions() {
        return partitions;
    }

    public Kept kept() {
        return kept;
    }

    /// The topic settings that it needs.
    public Map<String, String> settings() {
        return settings(kept);
    }

    /// Those of the topic for records that no handler could read.
    Map<String, String> deadLetterSettings() {
        return settings(DEAD_LETTERS_KEPT);
    }

    /// A whole list is one record, of 33 bytes a track; all others are small.
    private Map<String, String> settings(Kept howLong) {
        var settings = new HashMap<>(howLong.settings());
        if (this == PLAYLIST_OBSERVED) {
            settings.put(LARGEST, Integer.toString(LARGEST_RECORD));
        }
        return settings;
    }

    /// Where records go that no handler could read.
    public String deadLetters() {
        return topic + DEAD_LETTERS;
    }
}
