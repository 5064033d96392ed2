package dev.segue.library.match;

import java.util.List;
import java.util.Set;

/// Words of which there is more than one spelling, in one of them: what is abbreviated, contracted or numbered.
final class OneSpelling {

    private static final Set<String> COUNTED = Set.of("part", "pt", "volume", "vol", "chapter");
    /// All of which there is another spelling, alone or behind others, and the "n" between two words.
    static final Set<String> WORDS = Set.of(
            "part", "pt", "volume", "vol", "chapter", "mr", "dr", "sgt", "u", "til", "no", "nr", "number", "am", "are",
            "is", "not", "have", "will", "n");

    private static final String VOWELS = "aeiouy";
    /// letters of the longest word below that has another spelling
    private static final int LONGEST = 6;

    private static final int ENDING = "ing".length();

    private OneSpelling() {}

    /// The word at `at` as it is compared; empty text if it says nothing.
    static String of(List<String> words, int at) {
        String word = words.get(at);
        if (word.length() > LONGEST) {
            return isParticiple(word) ? word.substring(0, word.length() - 1) : word;
        }
        String before = at == 0 ? "" : words.get(at - 1);
        return switch (word) {
            case "pt" -> "part";
            case "vol" -> "volume";
            case "mr" -> "mister";
            case "dr" -> "doctor";
            case "sgt" -> "sergeant";
            case "u" -> "you";
            case "til" -> "till";
            case "no", "nr", "number" -> isNumber(words, at + 1) ? "" : word;
            case "am", "are", "is", "not", "have", "will" -> contracted(before, word);
            case "i", "ii", "iii", "iv", "v", "vi", "one", "two", "three", "four", "five", "six" ->
                COUNTED.contains(before) ? counted(word) : word;
            default -> isParticiple(word) ? word.substring(0, word.length() - 1) : word;
        };
    }

    private static boolean isNumber(List<String> words, int at) {
        return at < words.size() && Character.isDigit(words.get(at).charAt(0));
    }

    /// "We are" is also written "we're", and so "were".
    private static String contracted(String before, String word) {
        return switch (before + ' ' + word) {
            case "i am" -> "m";
            case "you are", "u are", "we are", "they are" -> "re";
            case "it is", "that is" -> "s";
            case "do not", "does not", "did not", "is not", "are not", "was not", "would not", "could not" -> "nt";
            case "can not" -> "t";
            case "i have", "you have", "we have", "they have" -> "ve";
            case "i will", "you will", "we will", "they will" -> "ll";
            default -> word;
        };
    }

    private static String counted(String word) {
        return switch (word) {
            case "i", "one" -> "1";
            case "ii", "two" -> "2";
            case "iii", "three" -> "3";
            case "iv", "four" -> "4";
            case "v", "five" -> "5";
            default -> "6";
        };
    }

    /// "Reeling" is also written "Reelin'"; "spring" is no participle, and never written so.
    static boolean isParticiple(String word) {
        int stem = word.length() - ENDING;
        if (stem < 2 || word.charAt(word.length() - 1) != 'g' || !word.endsWith("ing")) {
            return false;
        }
        for (int at = 0; at < stem; at++) {
            if (VOWELS.indexOf(word.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
