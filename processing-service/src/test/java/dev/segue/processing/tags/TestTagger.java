package dev.segue.processing.tags;

import dev.segue.processing.Tagger;

/// The tagger, for tests of other packages.
public final class TestTagger {

    private TestTagger() {}

    public static Tagger get() {
        return new LibraryTagger();
    }
}
