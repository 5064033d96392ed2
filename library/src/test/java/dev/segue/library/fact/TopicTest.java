package dev.segue.library.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void onlyTheFetcherIsAlone() {
        assertThat(Topic.FETCH_REQUESTED.partitions()).isEqualTo(1);
        assertThat(Topic.TRACK_DETECTED.partitions()).isEqualTo(12);
    }

    @Test
    void whatIsRememberedIsCompacted() {
        assertThat(Topic.TRACK_FETCHED.kept().settings()).containsEntry("cleanup.policy", "compact");
        assertThat(Topic.API_STATUS.kept().settings()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void historyOfPlaylistsIsKeptForEver() {
        assertThat(Topic.PLAYLIST_OBSERVED.kept().settings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1");
    }

    @Test
    void wholeListsAreAllowedToBeLongAlsoAsDeadLetters() {
        assertThat(Topic.PLAYLIST_OBSERVED.settings()).containsEntry("max.message.bytes", "8388608");
        assertThat(Topic.PLAYLIST_OBSERVED.deadLetterSettings()).containsEntry("max.message.bytes", "8388608");
        assertThat(Topic.TRACK_DETECTED.settings()).doesNotContainKey("max.message.bytes");
    }

    @Test
    void detectionsAreKeptForAWeek() {
        assertThat(Topic.TRACK_DETECTED.kept().settings()).containsEntry("retention.ms", "604800000");
    }

    @Test
    void topicIsFoundByItsName() {
        assertThat(Topic.named("track-synced")).contains(Topic.TRACK_SYNCED);
        assertThat(Topic.named("track-synced-dlq")).isEmpty();
        assertThat(Topic.TRACK_SYNCED.deadLetters()).isEqualTo("track-synced-dlq");
    }
}
