package dev.segue.library.match;

import java.util.HashMap;
import java.util.Map;

/// Kana and Cyrillic in Latin letters: stores show the same song in either.
final class Latin {

    private static final Map<Character, String> LETTERS = letters("""
            あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso
            ざza じji ずzu ぜze ぞzo たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno
            はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo
            やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe をo んn ゔvu ぁa ぃi ぅu ぇe ぉo
            аa бb вv гg дd еe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya
            іi їi єe ґg ўu
            """);

    private static final int KATAKANA_FROM_HIRAGANA = 0x60;
    private static final char LONG_VOWEL = 'ー';
    private static final char DOUBLED = 'っ';

    private Latin() {}

    /// Appends `letter`, which is in lower case, in Latin letters if it is kana or Cyrillic.
    ///
    /// @return whether it was
    static boolean append(StringBuilder text, int letter) {
        if (letter < 'Ѐ' || letter > 'ヿ') {
            return false;
        }
        char kana = letter >= 'ァ' && letter <= 'ヶ' ? (char) (letter - KATAKANA_FROM_HIRAGANA) : (char) letter;
        if (kana == LONG_VOWEL || kana == DOUBLED) {
            return true;
        }
        if (kana == 'ゃ' || kana == 'ゅ' || kana == 'ょ') {
            contract(text, kana);
            return true;
        }
        String latin = LETTERS.get(kana);
        if (latin == null) {
            return false;
        }
        text.append(latin);
        return true;
    }

    /// "ki" and a small "ya" are "kya"; "shi" and a small "ya" are "sha".
    private static void contract(StringBuilder text, char small) {
        String vowel = small == 'ゃ' ? "a" : small == 'ゅ' ? "u" : "o";
        int last = text.length() - 1;
        if (last < 1 || text.charAt(last) != 'i') {
            text.append('y').append(vowel);
            return;
        }
        text.setLength(last);
        char before = text.charAt(last - 1);
        text.append(before == 'h' || before == 'j' ? "" : "y").append(vowel);
    }

    private static Map<Character, String> letters(String table) {
        var letters = new HashMap<Character, String>();
        for (String pair : table.strip().split("\\s+", -1)) {
            letters.put(pair.charAt(0), pair.substring(1));
        }
        return Map.copyOf(letters);
    }
}
