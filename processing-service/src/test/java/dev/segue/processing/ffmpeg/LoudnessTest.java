package dev.segue.processing.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoudnessTest {

    @Test
    void aTrackWhosePeaksWouldPassTheLimitStaysQuieter() {
        Optional<String> filter = new Loudness(-14).changing(measured("-20.00", "-3.00", "4.00"));

        assertThat(filter)
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("loudnorm=I=-18.00:TP=-1.00:")
                        .contains("measured_I=-20.00:measured_TP=-3.00:measured_LRA=4.00")
                        .contains("linear=true"));
    }

    @Test
    void aTrackWithoutDynamicsOrWithVeryManyIsChangedByOneGainToo() {
        assertThat(new Loudness(-14).changing(measured("-20.00", "-9.00", "0.00")))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("I=-14.00:").contains("measured_LRA=0.10"));
        assertThat(new Loudness(-14).changing(measured("-20.00", "-9.00", "33.00")))
                .hasValueSatisfying(text -> assertThat(text).contains("measured_LRA=20.00"));
    }

    @Test
    void silenceIsLeftAlone() {
        assertThat(new Loudness(-14).changing(measured("-inf", "-inf", "0.00"))).isEmpty();
    }

    @Test
    void aTargetThatNobodyMeansIsRefused() {
        assertThatThrownBy(() -> new Loudness(14)).hasMessage("a loudness is -70 to -5 LUFS, not 14.0");
    }

    private static Account measured(String loudness, String peak, String range) {
        return new Account("", """
                [Parsed_loudnorm_0 @ 0x1] [info] {
                "input_i" : "%s",
                "input_tp" : "%s",
                "input_lra" : "%s",
                "input_thresh" : "-30.00",
                "normalization_type" : "dynamic"
                }
                """.formatted(loudness, peak, range));
    }
}
