package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowBatchTest {

    private final RowBatch batch = new RowBatch(new RowReading(
            Header.of(List.of("Track URI")),
            Format.GENERIC,
            new Dialect.Evidence(Format.GENERIC, "list.csv"),
            ListName.playlist("list")));

    @Test
    void usualRowsAreTakenByTheHundreds() {
        for (int row = 0; row < 255; row++) {
            batch.add(Collections.nCopies(25, "cell"), row);
        }

        assertThat(batch.isFull()).isFalse();
        batch.add(List.of("one more"), 255);
        assertThat(batch.isFull()).isTrue();
    }

    @Test
    void rowsOfVeryManyCellsDoNotWaitForOthers() {
        batch.add(Collections.nCopies(1 << 20, ""), 1);

        assertThat(batch.isFull()).isTrue();
    }
}
