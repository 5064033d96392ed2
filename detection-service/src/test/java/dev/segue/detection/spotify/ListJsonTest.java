package dev.segue.detection.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.detection.Outcome;
import dev.segue.detection.Spotify.Listed;
import dev.segue.detection.Spotify.Listing;
import dev.segue.detection.Spotify.Playlist;
import dev.segue.library.fact.Wire;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListJsonTest {

    private static final String ID = "37i9dQZF1DXcBWIGoYBM5M";

    @Test
    void playlistWithoutANameIsCalledByItsId() throws JsonProcessingException {
        JsonNode json = Wire.json().readTree("{\"name\": \" \", \"snapshot_id\": \"s\"}");

        assertThat(ListJson.playlist(ID, json))
                .isEqualTo(new Outcome.Answer<>(new Playlist(ID, ID, "s", Optional.empty())));
    }

    @Test
    void playlistWithoutANameIsInTheListByItsId() throws JsonProcessingException {
        JsonNode json = Wire.json()
                .readTree("{\"items\": [{\"id\": \"%s\", \"name\": \"\", \"snapshot_id\": \"s\"}]}".formatted(ID));

        assertThat(ListJson.listing(json))
                .isEqualTo(new Outcome.Answer<>(new Listing(List.of(new Listed(ID, ID, "s")), Optional.empty())));
    }

    @Test
    void playlistWithoutASnapshotIsNone() throws JsonProcessingException {
        JsonNode json = Wire.json().readTree("{\"name\": \"Mix\"}");

        assertThat(ListJson.playlist(ID, json)).isInstanceOf(Outcome.Failed.class);
    }
}
