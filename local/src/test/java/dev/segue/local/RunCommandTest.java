package dev.segue.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://me:secret@host/segue?password=secret, jdbc:postgresql://host/segue?password=***",
        "jdbc:postgresql://me:sec/ret@host/segue, jdbc:postgresql://host/segue",
        "jdbc:postgresql://host/segue?user=me&Password=secret&ssl=true, jdbc:postgresql://host/segue?user=me&Password=***&ssl=true",
        "jdbc:postgresql://host:5432/segue?user=me@work, jdbc:postgresql://host:5432/segue?user=me@work",
        "jdbc:sqlite:/home/me/library.db, jdbc:sqlite:/home/me/library.db"
    })
    void thePlaceOfTheCatalogueIsShownWithoutSecrets(String url, String shown) {
        assertThat(RunCommand.withoutPassword(url)).isEqualTo(shown);
    }
}
