package dev.segue.sync;

/// What the person has chosen where there is a choice. Immutable.
///
/// @param duplicates what becomes of a track that is the same recording as another
/// @param leaving    what becomes of a track's place in a playlist that it has left
public record SyncRules(DuplicateRule duplicates, LeavingRule leaving) {

    /// As it is without any setting.
    public static final SyncRules STANDARD = new SyncRules(DuplicateRule.MARK, LeavingRule.MIRROR);
}
