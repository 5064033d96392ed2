package dev.segue.library.match;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The words with which stores and uploaders speak of a release, and not of the recording on it.
final class Releases {

    /// theme song, ending, opening, film, series, animation, soundtrack
    private static final Set<String> ORIGINS = Vocabulary.words("""
            主題曲 主题曲 片尾曲 片頭曲 插曲 主題歌 電影 電視劇 動畫 原聲帶 劇場版 アニメ ドラマ
            """);
    /// of what is said of a release: "Legacy Edition", "Harbour Records", "Title Track", "Lead Single"
    private static final Set<String> ENDS = Set.of("edition", "records", "recordings", "track", "single", "video");
    /// of a label's catalogue, or of a picture's size
    private static final Pattern CODE = Pattern.compile("[a-z]{2,}\\d{2,}|\\d{3,4}p");

    private Releases() {}

    /// Which edition it is of, who published it under which number, on which side, or that it is there now.
    static boolean isRelease(List<String> words) {
        String last = words.getLast();
        boolean sideB = words.size() > 1
                && last.equals("side")
                && words.get(words.size() - 2).equals("b");
        return sideB
                || ENDS.contains(last)
                || (words.size() == 1 && CODE.matcher(last).matches())
                || (words.getFirst().equals("m") && Name.joined(words).equals("mv"))
                || isAnnounced(words);
    }

    private static boolean isAnnounced(List<String> words) {
        for (int at = 0; at < words.size() - 1; at++) {
            String next = words.get(at + 1);
            boolean announced = switch (words.get(at)) {
                case "out" -> next.equals("now");
                case "free" -> next.equals("download") || next.equals("dl");
                default -> false;
            };
            if (announced) {
                return true;
            }
        }
        return false;
    }

    /// What film or show a song is from.
    static boolean isOrigin(List<String> words) {
        String first = words.getFirst();
        return first.equals("from") || first.equals("theme") || words.stream().anyMatch(Releases::namesOrigin);
    }

    private static boolean namesOrigin(String word) {
        return Vocabulary.isUndivided(word) && ORIGINS.stream().anyMatch(word::contains);
    }
}
