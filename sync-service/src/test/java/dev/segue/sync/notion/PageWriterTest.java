package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageWriterTest {

    /// As users of other programs have quoted it over the years.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Your database schema has exceeded the maximum size.                     | true
            You have exceeded the maximum database property schema size.            | true
            body failed validation: body.properties.X.multi_select.length should be | false
            """)
    void aSchemaThatIsFullIsKnownByNotionsWords(String message, boolean full) {
        assertThat(PageWriter.isOptionsFull(message)).isEqualTo(full);
    }
}
