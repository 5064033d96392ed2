package dev.segue.detection.soundcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTitleTest {

    @ParameterizedTest
    @CsvSource({
        "Some One - Some Song,            A Label,  Some One, Some Song",
        "Some One – Some Song (X Remix),  A Label,  Some One, Some Song (X Remix)",
        "A - B - C,                       A Label,  A,        B - C",
        "Some Song - Live at the Docks,   Some One, Some One, Some Song - Live at the Docks",
        "Some Song - Extended Mix,        Some One, Some One, Some Song - Extended Mix",
        "Some Song - 2011 Remaster,       Some One, Some One, Some Song - 2011 Remaster",
        "Stop-Start,                      Some One, Some One, Stop-Start"
    })
    void titleIsPartedWhereNobodyIsNamedAsTheArtist(String text, String uploader, String artist, String title) {
        assertThat(UploadTitle.of(text, "", uploader)).contains(new UploadTitle(title, Optional.of(artist)));
    }

    @Test
    void namedArtistIsBelieved() {
        assertThat(UploadTitle.of("This - That", "Some One", "A Label"))
                .contains(new UploadTitle("This - That", Optional.of("Some One")));
    }

    @Test
    void uploadWithoutATitleIsNone() {
        assertThat(UploadTitle.of("  ", "Some One", "A Label")).isEmpty();
    }
}
