package dev.segue.library.csv;

import java.util.List;

/// A form of a [Format] that its header alone does not tell, decided by the content of a whole file.
///
/// @param name      short name, such as `P25b`
/// @param separator between artists
record Dialect(String name, Separator separator) {

    private static final Dialect P25B = new Dialect("P25b", Separator.COMMA);
    private static final Dialect GENERIC_SEMICOLON = new Dialect("GENERIC", Separator.SEMICOLON);

    private static final Dialect GENERIC_COMMA = new Dialect("GENERIC", Separator.COMMA);

    /// What a file shows of its dialect while it is read. Not thread-safe.
    static final class Evidence {

        private final Format format;
        private final Dialect usual;
        private boolean semicolonForm;
        private boolean commaInArtists;
        private boolean blankAfterCommas;

        Evidence(Format format, String file) {
            this.format = format;
            this.usual = new Dialect(format.shortName(), format.separator());
            // the exporter of P25b lower-cased file names; directories are somebody else's
            String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
            this.semicolonForm = format == Format.P25 && name.chars().anyMatch(Character::isUpperCase);
        }

        /// Takes a row's cells into account.
        void see(String artists, String title, String album, String label) {
            if (settled()) {
                return;
            }
            // the exporter of P25b removed quotes from text, and commas from names: one with a blank after it is part
            // of one
            boolean blankAfterComma = artists.contains(", ");
            semicolonForm = artists.indexOf(';') >= 0
                    || (format == Format.P25
                            && (blankAfterComma
                                    || List.of(artists, title, album, label).stream()
                                            .anyMatch(cell -> cell.indexOf('"') >= 0)));
            commaInArtists |= artists.indexOf(',') >= 0;
            blankAfterCommas |= blankAfterComma;
        }

        /// Whether no later row can change the dialect.
        boolean settled() {
            return semicolonForm || (format != Format.P25 && format != Format.GENERIC);
        }

        /// The dialect by all that was seen.
        Dialect dialect() {
            return switch (format) {
                case P25 -> semicolonForm || !commaInArtists ? usual : P25B;
                case GENERIC ->
                    semicolonForm ? GENERIC_SEMICOLON : commaInArtists && !blankAfterCommas ? GENERIC_COMMA : usual;
                default -> usual;
            };
        }
    }
}
