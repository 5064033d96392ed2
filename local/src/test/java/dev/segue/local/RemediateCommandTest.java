package dev.segue.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.fact.Wire;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RemediateCommandTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static String progress(String report) throws JsonProcessingException {
        return RemediateCommand.progress(Wire.json().readTree(report), NOON, ZoneOffset.UTC);
    }

    @Test
    void whileItWaitsItSaysUntilWhen() throws Exception {
        String told = progress("""
                {"state": "FIXING", "waiting": "Notion: its limit is reached (429)\\nmore",
                 "waitsUntil": "2026-11-22T14:02:01Z"}""");

        assertThat(told).isEqualTo("waiting until 14:02:01: Notion: its limit is reached (429)");
    }

    @Test
    void aWaitOfDaysHasItsDate() throws Exception {
        String told = progress("""
                {"state": "FIXING", "waiting": "later", "waitsUntil": "2026-11-24T14:02:01Z"}""");

        assertThat(told).isEqualTo("waiting until 2026-11-24 14:02: later");
    }

    @Test
    void whileItWorksItSaysHowFarItIs() throws Exception {
        String told = progress("""
                {"state": "COMPARING", "pages": 1200, "tracks": 7}""");

        assertThat(told).isEqualTo("compared 1,200 pages · 7 tracks are known");
    }
}
