package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.store.ByteReader;
import dev.segue.library.store.ByteWriter;
import dev.segue.library.store.SlabWriter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "Don't  Stop | dont stop",
                "DON’T STOP | dont stop",
                "Tyler, The Creator | tyler the creator",
                "\"Heroes\" | heroes",
                "Ｎｉｇｈｔ Bus | night bus",
                "Ночь | ночь",
                "§ a §| a"
            })
    void namesAreComparedWithoutWhatExportersChange(String name, String comparable) {
        assertThat(NameText.comparable(name)).isEqualTo(comparable);
    }

    /// A name in ASCII takes a way of its own.
    @Property
    void asciiIsComparedAsAllText(@ForAll("ascii") String name) {
        String withMark = NameText.comparable(name + '樂');

        assertThat(NameText.comparable(name + "Z")).isEqualTo(withMark.replace('樂', 'z'));
    }

    @Property
    void comparableNameStaysAsItIs(@ForAll("ascii") String name) {
        String comparable = NameText.comparable(name);

        assertThat(NameText.comparable(comparable)).isEqualTo(comparable);
    }

    @Property
    void namesInBytesAreComparedAsTexts(@ForAll("ascii") String one, @ForAll("ascii") String other) {
        ByteWriter run = new ByteWriter();
        run.text(one);
        run.text(other);
        SlabWriter slab = new SlabWriter();
        int address = slab.add(run);
        ByteReader from = slab.finish().at(address);
        String comparable = NameText.comparable(one + ' ' + other);

        boolean plain = PlainName.arePlain(from, 2);

        assertThat(plain).isTrue();
        assertThat(new PlainName(from.copy(), 2).hash()).isEqualTo(NameText.hash(comparable));
        assertThat(new PlainName(from.copy(), 2).is(comparable)).isTrue();
        assertThat(new PlainName(from.copy(), 2).is(comparable + "z")).isFalse();
        assertThat(new PlainName(from.copy(), 1).is(NameText.comparable(one))).isTrue();
    }

    @Provide
    Arbitrary<String> ascii() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(30);
    }
}
