package dev.segue.library.match;

import java.util.List;
import java.util.Set;

/// Versions that are named by nothing but a language, a style or a year.
final class VersionWords {

    private static final Set<String> VERSION = Set.of("version", "ver", "versione", "versao");
    private static final Set<String> ISSUED = Set.of("album", "single", "lp", "ep", "deluxe", "digital", "mastered");
    private static final Set<String> LANGUAGES = Vocabulary.words("""
            english ingles anglais englisch inglese spanish espanol castellano spanisch espagnol spagnolo german deutsch
            deutsche aleman allemand tedesco french francais francaise franzosisch frances francese italian italiano
            italien italienisch portuguese portugues dutch nederlands swedish svenska danish dansk norwegian norsk finnish
            suomi polish polski russian русский turkish turkce greek arabic hebrew hindi tamil telugu malayalam kannada
            bengali punjabi marathi gujarati urdu japanese korean chinese mandarin cantonese thai vietnamese
            indonesian catalan catala euskara galego bilingual
            """);
    private static final Set<String> STYLES = Vocabulary.words("""
            hardstyle techno trance dubstep phonk dnb jungle garage amapiano drill reggaeton bachata salsa club disco
            drum bass house deep
            """);

    private VersionWords() {}

    static boolean isVersion(String word) {
        return VERSION.contains(word);
    }

    /// Whether `words` say that it was sung in another language, or again.
    static boolean isAnother(List<String> words) {
        return isOf(words, LANGUAGES) || isVersionOfYear(words);
    }

    /// Whether `words` say nothing but a style: "Techno", "Club Mix".
    static boolean isStyle(List<String> words) {
        return isOf(words, STYLES);
    }

    /// Whether `words` name one of `named`, and say nothing else.
    private static boolean isOf(List<String> words, Set<String> named) {
        boolean found = false;
        for (String word : words) {
            if (named.contains(word)) {
                found = true;
            } else if (!Vocabulary.isIdle(word) && !Vocabulary.isFilling(word)) {
                return false;
            }
        }
        return found;
    }

    /// "2018 Version", "New Version": sung again, while a remaster is not.
    private static boolean isVersionOfYear(List<String> words) {
        boolean version = false;
        boolean dated = false;
        for (String word : words) {
            if (word.startsWith("remaster") || ISSUED.contains(word)) {
                return false;
            }
            version |= VERSION.contains(word);
            dated |= Vocabulary.isYear(word) || word.equals("new");
        }
        return version && dated;
    }
}
