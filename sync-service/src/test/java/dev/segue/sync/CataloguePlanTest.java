package dev.segue.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Placement;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CataloguePlanTest {

    private static final Enriched SONG = Enriched.track(1);

    @Test
    void aTrackThatIsLackingIsCreated() {
        CataloguePlan plan = CataloguePlan.of(Optional.empty(), SONG.fact(), rules(DuplicateRule.MARK), entry -> entry);

        assertThat(plan).isEqualTo(new CataloguePlan.Create(row(SONG)));
    }

    @Test
    void aTrackThatIsThereAsDescribedIsKept() {
        CataloguePlan plan = plan(SONG, SONG);

        assertThat(plan).isEqualTo(new CataloguePlan.Keep(Enriched.id(1)));
    }

    @Test
    void onlyWhatDiffersIsUpdated() {
        CataloguePlan plan = plan(SONG, SONG.titled("Song 1 (Remastered)"));

        assertThat(plan)
                .isEqualTo(
                        new CataloguePlan.Update(row(SONG.titled("Song 1 (Remastered)")), Set.of(Field.TITLE), false));
    }

    @Test
    void popularityAloneIsNoDifference() {
        CataloguePlan plan = plan(SONG, SONG.popular(51));

        assertThat(plan).isInstanceOf(CataloguePlan.Keep.class);
    }

    @Test
    void anotherPlaceInAPlaylistIsADifference() {
        CataloguePlan plan = plan(SONG, SONG.in(new Placement("Mix", 1), new Placement("Mix", 9)));

        assertThat(plan).isInstanceOfSatisfying(CataloguePlan.Update.class, update -> {
            assertThat(update.changed()).isEmpty();
            assertThat(update.replaced()).isTrue();
        });
    }

    @Test
    void theOrderInWhichPlacesAreToldIsNoDifference() {
        var first = new Placement("A", 1);
        var second = new Placement("B", 2);

        CataloguePlan plan = plan(SONG.in(first, second), SONG.in(second, first, second));

        assertThat(plan).isInstanceOf(CataloguePlan.Keep.class);
    }

    @Test
    void aPartialFactTakesNothingFromACompleteRow() {
        CataloguePlan plan = plan(SONG, SONG.titled("Another title").partial());

        assertThat(plan).isInstanceOf(CataloguePlan.Keep.class);
    }

    @Test
    void aPartialFactAddsWhatACompleteRowLacks() {
        CatalogueEntry untitled = without(row(SONG), Field.TITLE);

        CataloguePlan plan = CataloguePlan.of(
                Optional.of(untitled), SONG.partial().fact(), rules(DuplicateRule.MARK), entry -> entry);

        assertThat(plan).isEqualTo(new CataloguePlan.Update(row(SONG), Set.of(Field.TITLE), false));
    }

    @Test
    void aPartialFactTakesNothingFromAPartialRowButReplacesWhatItKnows() {
        CatalogueEntry row = row(SONG.titled("Old title").partial());
        CatalogueEntry withAlbum = new CatalogueEntry(row.id(), merge(row, Field.ALBUM, "Album"), row.playlists());

        CataloguePlan plan = CataloguePlan.of(
                Optional.of(withAlbum), SONG.partial().fact(), rules(DuplicateRule.MARK), entry -> entry);

        assertThat(plan).isInstanceOfSatisfying(CataloguePlan.Update.class, update -> {
            assertThat(update.changed()).containsExactly(Field.TITLE);
            assertThat(update.entry().value(Field.ALBUM)).contains("Album");
        });
    }

    @Test
    void aCompleteFactReplacesAPartialRow() {
        CataloguePlan plan = plan(SONG.partial(), SONG);

        assertThat(plan).isInstanceOfSatisfying(CataloguePlan.Update.class, update -> {
            assertThat(update.entry()).isEqualTo(row(SONG));
            assertThat(update.changed()).contains(Field.COMPLETE, Field.ALBUM, Field.TEMPO);
        });
    }

    @Test
    void aDuplicateIsMarked() {
        CataloguePlan plan = CataloguePlan.of(
                Optional.empty(), SONG.duplicateOf(Enriched.id(2)).fact(), rules(DuplicateRule.MARK), entry -> entry);

        assertThat(plan)
                .isInstanceOfSatisfying(
                        CataloguePlan.Create.class,
                        create -> assertThat(create.entry().value(Field.DUPLICATE_OF))
                                .contains(Enriched.id(2).toString()));
    }

    @Test
    void aDuplicateIsNotCreatedWhenDuplicatesAreSkipped() {
        CataloguePlan plan = CataloguePlan.of(
                Optional.empty(), SONG.duplicateOf(Enriched.id(2)).fact(), rules(DuplicateRule.SKIP), entry -> entry);

        assertThat(plan).isEqualTo(new CataloguePlan.Keep(Enriched.id(1)));
    }

    @Test
    void aDuplicateIsATrackLikeAnyOtherWhenDuplicatesAreKept() {
        CataloguePlan plan = CataloguePlan.of(
                Optional.of(row(SONG)),
                SONG.duplicateOf(Enriched.id(2)).fact(),
                rules(DuplicateRule.KEEP),
                entry -> entry);

        assertThat(plan).isInstanceOf(CataloguePlan.Keep.class);
    }

    private static CataloguePlan plan(Enriched there, Enriched said) {
        return CataloguePlan.of(Optional.of(row(there)), said.fact(), rules(DuplicateRule.MARK), entry -> entry);
    }

    private static CatalogueEntry row(Enriched enriched) {
        return CatalogueEntry.of(enriched.fact(), DuplicateRule.MARK);
    }

    private static CatalogueEntry without(CatalogueEntry row, Field field) {
        var values = new java.util.HashMap<>(row.values());
        values.remove(field);
        return new CatalogueEntry(row.id(), values, row.playlists());
    }

    private static java.util.Map<Field, Object> merge(CatalogueEntry row, Field field, Object value) {
        var values = new java.util.HashMap<>(row.values());
        values.put(field, value);
        return values;
    }

    @Test
    void aPlaylistThatWasLeftIsKeptIfThePersonSaysSo() {
        Enriched there = SONG.in(new Placement("Old", 3), new Placement("Mix", 1));
        Enriched said = SONG.in(new Placement("Mix", 2));

        CataloguePlan plan = CataloguePlan.of(
                Optional.of(row(there)),
                said.fact(),
                new SyncRules(DuplicateRule.MARK, LeavingRule.KEEP),
                entry -> entry);

        assertThat(((CataloguePlan.Update) plan).entry().playlists())
                .containsExactly(new Placement("Mix", 2), new Placement("Old", 3));
    }

    @Test
    void whatACatalogueCannotShowIsNoDifference() {
        CatalogueEntry cut = row(SONG.titled("Song"));

        CataloguePlan plan = CataloguePlan.of(
                Optional.of(cut), SONG.titled("Song that goes on").fact(), SyncRules.STANDARD, entry -> cut);

        assertThat(plan).isEqualTo(new CataloguePlan.Keep(cut.id()));
    }

    private static SyncRules rules(DuplicateRule duplicates) {
        return new SyncRules(duplicates, LeavingRule.MIRROR);
    }
}
