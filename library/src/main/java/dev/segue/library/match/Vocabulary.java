package dev.segue.library.match;

import dev.segue.library.match.Mark.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words with which stores and uploaders speak of versions, as they are compared. Complete in no language: what is
/// not here is taken for part of the name, which can only keep two tracks apart.
final class Vocabulary {

    static final Set<String> EXPLICIT = Set.of("explicit", "dirty", "uncensored");
    static final Set<String> CLEAN = Set.of("clean", "edited", "censored", "amended");

    private static final Map<String, Kind> WORDS = byWord("""
            REMIX remix remixed remixes rmx rework reworked bootleg mashup flip refix vip dub remezcla ремикс
            LIVE live concert concierto vivo directo концерт концерта живой вживую концертная
            ACOUSTIC acoustic unplugged acustico acustica acoustique akustik akustisch акустика акустическая
            INSTRUMENTAL instrumental instrumentals instr inst instrumentale минусовка инструментал
            KARAOKE karaoke караоке playback
            COVER cover covers covered tribute кавер
            DEMO demo demos демо maqueta
            A_CAPPELLA acapella acappella acapela
            ANOTHER_SPEED sped slowed nightcore daycore 8d chopped screwed reverb boosted
            RE_RECORDED rerecorded rerecording rerecord redux revisited reimagined revisitado
            ANOTHER_TAKE alternate alternative alternativa outtake outtakes take rehearsal session sessions
            ANOTHER_ARRANGEMENT piano orchestral orchestra symphonic strings stripped lullaby lofi drumless duet
            REPRISE reprise
            PASSAGE intro outro interlude skit medley commentary
            """);

    /// by their first words
    private static final Map<String, Map<String, Kind>> PHRASES = byPhrase("""
            A_CAPPELLA: a cappella
            A_CAPPELLA: a capella
            A_CAPPELLA: vocals only
            A_CAPPELLA: isolated vocals
            INSTRUMENTAL: off vocal
            REMIX: re edit
            REMIX: re rub
            REMIX: re work
            REMIX: re mix
            ANOTHER_ARRANGEMENT: cast recording
            COVER: originally by
            COVER: performed by
            ANOTHER_TAKE: recorded at
            INSTRUMENTAL: minus one
            LIVE: en public
            DEMO: voice memo
            DEMO: home recording
            DEMO: work tape
            ANOTHER_ARRANGEMENT: music box
            ANOTHER_ARRANGEMENT: lo fi
            KARAOKE: backing track
            KARAOKE: sing along
            RE_RECORDED: re recorded
            RE_RECORDED: re recording
            RE_RECORDED: taylors version
            COVER: the style of
            COVER: made famous
            COVER: made popular
            COVER: originally performed
            """);

    /// In scripts without blanks, any part of a word counts.
    private static final Map<String, Kind> PARTS = byWord("""
            REMIX リミックス 混音
            LIVE ライブ ライヴ 现场 現場 演唱会 演唱會 라이브 live版 live
            ACOUSTIC アコースティック 弾き語り 不插电 어쿠스틱
            INSTRUMENTAL インストゥルメンタル オフボーカル 伴奏 纯音乐 純音樂 기악
            KARAOKE カラオケ 노래방
            COVER カバー 翻唱 커버
            """);

    private static final Set<String> IDLE = words("""
            remaster remastered remasterizado remasterise remasters remastering digital digitally master mastered версия
            version versione versao ver edition edicion album original main deluxe expanded anniversary special limited bonus
            collectors collector track tracks non official oficial officiel offizielles music video clip clipe audio lyric
            lyrics visualizer visualiser hd hq uhd 4k free download dl out now premiere exclusive stereo lp ep cd full
            length song new release stream content parental advisory amazon itunes spotify soundtrack ost digipak booklet
            pack reissue issue super mv bside explicit dirty uncensored clean edited censored amended the a of on in for and mix
            th theatrical motion picture movie film videoclip available letra hidden quality high re
            """);

    private static final Set<String> SHORT = Set.of("radio", "hitradio", "single", "short", "edit", "tv", "cut", "7");
    private static final Set<String> LONG = Set.of("extended", "long", "maxi", "longer", "12");
    /// a remix is called so by everybody, but a dub is no VIP
    private static final Set<String> SORTS = Set.of("dub", "vip", "mashup");

    private static final Set<String> FILLING = Set.of("at", "from", "by", "inch", "featuring", "en", "auf", "em");

    private static final int UNDIVIDED = 0x2e80;

    private Vocabulary() {}

    /// Stands between words that say something.
    static boolean isFilling(String word) {
        return FILLING.contains(word);
    }

    /// Says nothing of the recording, whatever it is combined with.
    static boolean isIdle(String word) {
        return IDLE.contains(word) || word.equals(Name.COMMA) || isYear(word) || isOrdinal(word);
    }

    /// "Country Songs Album Version" is "Country Songs".
    static List<String> withoutIdleEnd(List<String> words) {
        int end = words.size();
        while (end > 1 && isIdle(words.get(end - 1))) {
            end--;
        }
        return words.subList(0, end);
    }

    /// The version that `words` name, if they name one.
    static Optional<Mark> version(List<String> words) {
        Optional<Kind> named = kind(words);
        if (named.isPresent()) {
            return named.map(kind -> new Mark(kind, detail(words, kind)));
        }
        if (VersionWords.isAnother(words)) {
            return Optional.of(new Mark(Kind.ANOTHER_VERSION, detail(words, Kind.ANOTHER_VERSION)));
        }
        if (VersionWords.isStyle(words)) {
            return Optional.of(new Mark(Kind.REMIX, detail(words, Kind.REMIX)));
        }
        boolean idle = words.stream().allMatch(word -> isIdle(word) || isCutWord(word));
        if (idle && isNewMix(words)) {
            return Optional.of(new Mark(Kind.REMIX, Name.joined(words)));
        }
        if (idle) {
            return cut(words).map(kind -> new Mark(kind, ""));
        }
        int last = words.size() - 1;
        boolean remix = words.stream().anyMatch(word -> word.equals("mix") || word.equals("edit"));
        boolean version = last > 0 && VersionWords.isVersion(words.get(last)) && !isIdle(words.get(last - 1));
        if (remix) {
            return Optional.of(new Mark(Kind.REMIX, detail(words, Kind.REMIX)));
        }
        return version ? Optional.of(new Mark(Kind.ANOTHER_VERSION, detail(words, Kind.REMIX))) : Optional.empty();
    }

    /// "Sung in the Style of Mara Lind", "Made Famous by Mara Lind".
    static boolean isImitation(List<String> words) {
        return phrase(words) == Kind.COVER;
    }

    /// The kind that comes first among those of `words`.
    private static Optional<Kind> kind(List<String> words) {
        Kind found = null;
        for (String word : words) {
            found = first(found, of(word));
        }
        return Optional.ofNullable(first(found, phrase(words)));
    }

    /// The kind that comes first among those of the phrases in `words`.
    private static @Nullable Kind phrase(List<String> words) {
        Kind found = null;
        String text = "";
        for (int at = 0; at < words.size() - 1; at++) {
            Map<String, Kind> phrases = PHRASES.getOrDefault(words.get(at), Map.of());
            if (!phrases.isEmpty()) {
                text = text.isEmpty() ? ' ' + String.join(" ", words) + ' ' : text;
                for (var phrase : phrases.entrySet()) {
                    found = text.contains(phrase.getKey()) ? first(found, phrase.getValue()) : found;
                }
            }
        }
        return found;
    }

    private static @Nullable Kind of(String word) {
        Kind kind = WORDS.get(word);
        if (kind != null || !isUndivided(word)) {
            return kind == null ? PARTS.get(word) : kind;
        }
        for (var part : PARTS.entrySet()) {
            if (word.contains(part.getKey())) {
                return part.getValue();
            }
        }
        return null;
    }

    /// Whether `word` is, at either end, of a script that divides no words.
    static boolean isUndivided(String word) {
        return word.charAt(0) >= UNDIVIDED || word.charAt(word.length() - 1) >= UNDIVIDED;
    }

    private static @Nullable Kind first(@Nullable Kind one, @Nullable Kind other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Optional<Kind> cut(List<String> words) {
        if (words.contains("mono")) {
            return Optional.of(Kind.MONO);
        }
        if (words.stream().anyMatch(LONG::contains)) {
            return Optional.of(Kind.LONG_CUT);
        }
        return words.stream().anyMatch(SHORT::contains) ? Optional.of(Kind.SHORT_CUT) : Optional.empty();
    }

    /// "2018 Mix", "New Stereo Mix": made anew from the tapes, while a remaster is made from the mix that was.
    private static boolean isNewMix(List<String> words) {
        return words.contains("mix")
                && words.stream().noneMatch(word -> word.startsWith("remaster"))
                && words.stream().anyMatch(word -> isYear(word) || word.equals("new") || word.equals("special"));
    }

    private static boolean isCutWord(String word) {
        return SHORT.contains(word) || LONG.contains(word) || isFilling(word) || word.equals("mono");
    }

    private static String detail(List<String> words, Kind kind) {
        var said = words.stream()
                .filter(word -> (!isIdle(word) || isYear(word))
                        && !isFilling(word)
                        && (of(word) != kind || SORTS.contains(word)))
                .toList();
        return Name.joined(said);
    }

    static boolean isYear(String word) {
        return word.length() == 4
                && (word.startsWith("19") || word.startsWith("20"))
                && Character.isDigit(word.charAt(2))
                && Character.isDigit(word.charAt(3));
    }

    private static boolean isOrdinal(String word) {
        return word.length() > 2
                && Character.isDigit(word.charAt(0))
                && (word.endsWith("th") || word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd"));
    }

    static Set<String> words(String text) {
        return Set.copyOf(new HashSet<>(List.of(Letters.folded(text).strip().split("\\s+", -1))));
    }

    private static Map<String, Kind> byWord(String lines) {
        var words = new HashMap<String, Kind>();
        lines.lines().map(line -> line.split(" ", -1)).forEach(line -> {
            for (int at = 1; at < line.length; at++) {
                words.put(Letters.folded(line[at]), Kind.valueOf(line[0]));
            }
        });
        return Map.copyOf(words);
    }

    private static Map<String, Map<String, Kind>> byPhrase(String lines) {
        var phrases = new HashMap<String, Map<String, Kind>>();
        lines.lines()
                .map(line -> line.split(": ", -1))
                .forEach(line -> phrases.computeIfAbsent(
                                line[1].substring(0, line[1].indexOf(' ')), _ -> new HashMap<>())
                        .put(' ' + line[1] + ' ', Kind.valueOf(line[0])));
        return Map.copyOf(phrases);
    }
}
