package dev.segue.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsrcTest {

    @ParameterizedTest
    @CsvSource({
        "USSM12200001, USSM12200001",
        "us-sm1-22-00001, USSM12200001",
        "'  US SM1 22 00001 ', USSM12200001",
        "QZ1232200001, QZ1232200001",
        "810025348915, ''",
        "USSM1220000X, ''",
        "USSM1220001, ''",
        "ÄÖSM12200001, ''",
        "'', ''"
    })
    void onlyWhatHasItsFormIsACode(String text, String code) {
        assertThat(Isrc.code(text)).isEqualTo(code);
    }
}
