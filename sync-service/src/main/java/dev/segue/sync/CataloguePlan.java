package dev.segue.sync;

import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackEnriched;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What to do in the catalogue about one fact. Pure: the same row and the same fact give the same plan, and a plan that
/// was carried out is followed by [Keep].
public sealed interface CataloguePlan {

    /// The catalogue lacks the track: write it down.
    record Create(CatalogueEntry entry) implements CataloguePlan {}

    /// Something differs: change it.
    ///
    /// @param entry     the whole row as it is to be
    /// @param changed   the fields that differ
    /// @param replaced  whether its places in playlists differ
    record Update(CatalogueEntry entry, Set<Field> changed, boolean replaced) implements CataloguePlan {}

    /// Nothing to do.
    record Keep(TrackId id) implements CataloguePlan {}

    /// What a partial fact may add to a complete row: plain description, and only where there is none.
    Collection<Field> FILLABLE = EnumSet.complementOf(EnumSet.of(Field.DUPLICATE_OF, Field.POPULARITY));

    /// The plan for `fact`, given the track's row, if there is one.
    ///
    /// A complete fact says all that the row shall show. A partial one never takes anything away: it adds to a
    /// complete row what that lacks, and replaces in a partial row only what it knows itself.
    ///
    /// @param shown how an entry reads once it is written
    static CataloguePlan of(
            Optional<CatalogueEntry> row, TrackEnriched fact, SyncRules rules, UnaryOperator<CatalogueEntry> shown) {
        return of(row, CatalogueEntry.of(fact, rules.duplicates()), rules, shown);
    }

    /// The same for a fact of which it is known already what it says.
    static CataloguePlan of(
            Optional<CatalogueEntry> row, CatalogueEntry said, SyncRules rules, UnaryOperator<CatalogueEntry> shown) {
        if (row.isPresent()) {
            CatalogueEntry wanted = merged(row.get(), said);
            return between(row.get(), shown.apply(staying(row.get(), wanted, rules.leaving())));
        }
        boolean skipped = rules.duplicates() == DuplicateRule.SKIP
                && said.value(Field.DUPLICATE_OF).isPresent();
        return skipped ? new Keep(said.id()) : new Create(shown.apply(said));
    }

    private static CatalogueEntry staying(CatalogueEntry row, CatalogueEntry wanted, LeavingRule rule) {
        return rule == LeavingRule.KEEP ? wanted.alsoIn(row.playlists()) : wanted;
    }

    private static CatalogueEntry merged(CatalogueEntry row, CatalogueEntry said) {
        if (said.complete()) {
            return said;
        }
        return row.complete() ? row.filledFrom(said, FILLABLE) : said.filledFrom(row, EnumSet.allOf(Field.class));
    }

    private static CataloguePlan between(CatalogueEntry row, CatalogueEntry wanted) {
        Set<Field> changed = row.differences(wanted);
        boolean replaced = !row.playlists().equals(wanted.playlists());
        return changed.isEmpty() && !replaced ? new Keep(row.id()) : new Update(wanted, changed, replaced);
    }
}
