package dev.segue.library.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlabJoinTest {

    private static final byte[] LARGE = new byte[Slab.CHUNK];

    /// A slab with one text in it.
    private record Text(String text, Slab slab, int address) {

        static Text of(String text) {
            var writer = new SlabWriter();
            var run = new ByteWriter();
            run.text(text);
            int address = writer.add(run);
            return new Text(text, writer.finish(), address);
        }
    }

    @Test
    void manySmallAndSomeLargeSlabsAreOne() {
        var texts = new ArrayList<>(IntStream.range(0, 20_000)
                .mapToObj(at -> Text.of("small " + at))
                .toList());
        for (int size : List.of(50_000, 300_000, 900_000)) {
            texts.add(texts.size() / 2, Text.of("x".repeat(size)));
        }
        Text last = Text.of("last");

        SlabJoin join = new SlabJoin(texts.stream().map(Text::slab).toList());
        int end = join.end();
        Slab all = join.and(last.slab()).orElseThrow();

        assertThat(texts)
                .allSatisfy(text -> assertThat(
                                all.at(join.base(text.slab()) + text.address()).text())
                        .isEqualTo(text.text()));
        assertThat(all.at(end + last.address()).text()).isEqualTo("last");
    }

    @Test
    void aSlabThatIsGivenTwiceIsThereOnce() {
        Text text = Text.of("x".repeat(50_000));

        SlabJoin join = new SlabJoin(List.of(text.slab(), Text.of("small").slab(), text.slab()));

        assertThat(join.and(Text.of("last").slab()).orElseThrow().chunks()).hasSize(3);
    }

    @Test
    void anEmptySlabTakesNoRoom() {
        SlabJoin join = new SlabJoin(IntStream.range(0, 20_000)
                .mapToObj(_ -> new SlabWriter().finish())
                .toList());

        assertThat(join.end()).isZero();
    }

    @Test
    void moreThanFourGibibytesAreTooMany() {
        List<Slab> most = IntStream.range(0, Slab.MOST_CHUNKS)
                .mapToObj(_ -> new Slab(new byte[][] {LARGE}))
                .toList();

        assertThat(new SlabJoin(most).and(new SlabWriter().finish())).isPresent();
        assertThat(new SlabJoin(most).and(Text.of("one more").slab())).isEmpty();
        assertThat(new SlabJoin(Collections.nCopies(3, most.getFirst())).end()).isEqualTo(Slab.CHUNK);
    }
}
