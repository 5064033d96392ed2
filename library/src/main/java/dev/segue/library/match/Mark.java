package dev.segue.library.match;

/// What a title says of the recording.
///
/// @param kind   of version
/// @param detail whose, where or which, as compared; empty if it does not say
record Mark(Kind kind, String detail) {

    /// Kinds of versions. A cut is the same performance, shorter or longer or in fewer channels, so the length tells;
    /// every other kind is another recording than one without it.
    enum Kind {
        REMIX("a remix"),
        LIVE("live"),
        ACOUSTIC("acoustic"),
        INSTRUMENTAL("instrumental"),
        KARAOKE("karaoke"),
        COVER("a cover or tribute"),
        DEMO("a demo"),
        A_CAPPELLA("a cappella"),
        ANOTHER_SPEED("at another speed"),
        RE_RECORDED("a new recording"),
        ANOTHER_TAKE("another take"),
        ANOTHER_ARRANGEMENT("another arrangement"),
        REPRISE("a reprise"),
        PASSAGE("an intro, an interlude or the like"),
        ANOTHER_VERSION("another version"),
        SHORT_CUT("a radio or single edit"),
        LONG_CUT("an extended cut"),
        MONO("in mono");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        boolean isCut() {
            return this == SHORT_CUT || this == LONG_CUT || this == MONO;
        }

        /// For a sentence "one is …".
        String words() {
            return words;
        }
    }
}
