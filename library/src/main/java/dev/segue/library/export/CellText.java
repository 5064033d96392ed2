package dev.segue.library.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Text in the cells of a file that Segue writes, both ways.
///
/// A spreadsheet takes a cell that starts with one of `= + - @` for a formula, and so may run what somebody put into a
/// song's title. Such a text gets an apostrophe in front, as one would type it there. So that nothing is lost, one that
/// already has apostrophes before such a sign gets one more; reading takes one away. The same is done behind each `;`,
/// TAB and line break, where other spreadsheets have another cell begin. Between artists stands `;`; in a
/// name it is written `\;`, and a `\` itself `\\`.
public final class CellText {

    /// also in full width, which spreadsheets in East Asia take for the same
    private static final String FORMULA = "(?=['\" ]*[=+\\-@＝＋－＠])";

    private static final String CELL_BEGINS = "(?<![^;\t\r\n])";
    private static final Pattern UNGUARDED = Pattern.compile(CELL_BEGINS + FORMULA);
    private static final Pattern GUARDED = Pattern.compile(CELL_BEGINS + "'" + FORMULA);
    private static final char BETWEEN = ';';
    private static final char ESCAPE = '\\';

    private CellText() {}

    /// The cell that says `text`: without blanks around it, and with nothing that ends a text file.
    public static String written(String text) {
        String kept = text.replace("\0", "").strip();
        return UNGUARDED.matcher(kept).replaceAll("'");
    }

    /// What a cell that Segue wrote says.
    public static String read(String cell) {
        return cell.indexOf('\'') < 0 ? cell : GUARDED.matcher(cell).replaceAll("");
    }

    /// The cell that lists `names`.
    static String writtenNames(List<String> names) {
        return written(names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining(String.valueOf(BETWEEN))));
    }

    /// The names in a cell that Segue wrote, in order.
    public static List<String> readNames(String cell) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        String text = read(cell);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == ESCAPE && at + 1 < text.length()) {
                at++;
                name.append(text.charAt(at));
            } else if (character == BETWEEN) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(character);
            }
        }
        names.add(name.toString());
        return names.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    }
}
