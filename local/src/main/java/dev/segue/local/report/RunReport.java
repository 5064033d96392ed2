package dev.segue.local.report;

import dev.segue.library.fact.TrackSynced.Outcome;
import dev.segue.local.run.ApiCalls;
import dev.segue.local.run.RunTally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of a run. Immutable.
///
/// @param backup         what was read; absent if only a part of the backup was asked for
/// @param apiCalls       calls of music APIs, by API, endpoint and outcome
/// @param apiCallsOldWay what one search and one look-up a track, and two calls a playlist, would have made
/// @param processed      tracks by audio outcome
/// @param rejected       tracks by reason
/// @param unfinished     tracks that had reached no end when nothing moved any more
/// @param starting       how long the system took to start
/// @param total          from the command to this report
public record RunReport(
        Optional<BackupSummary> backup,
        int detected,
        int hits,
        int stale,
        int misses,
        List<ApiCalls.Line> apiCalls,
        int apiCallsOldWay,
        int duplicates,
        int created,
        int updated,
        int unchanged,
        Map<String, Integer> processed,
        Map<String, Integer> rejected,
        int unfinished,
        Duration starting,
        Duration total) {

    private static final int CALLS_A_TRACK = 2;
    private static final int CALLS_A_LIST = 2;

    /// What `tally` amounts to.
    ///
    /// @param lists playlists that were gone through, the liked songs included
    public static RunReport of(
            RunTally tally, Optional<BackupSummary> backup, int lists, Duration starting, Duration total) {
        return new RunReport(
                backup,
                tally.detected(),
                tally.hits(),
                tally.stale(),
                tally.misses(),
                tally.calls().lines(),
                CALLS_A_TRACK * tally.detected() + CALLS_A_LIST * lists,
                tally.duplicates(),
                tally.synced(Outcome.CREATED),
                tally.synced(Outcome.UPDATED),
                tally.synced(Outcome.UNCHANGED),
                tally.outcomes(),
                tally.rejections(),
                tally.unfinished(),
                starting,
                total);
    }

    /// The part of the tracks, 0 to 1, that the CSV library answered for, fresh or stale: neither costs a call. 0 if
    /// there were no tracks.
    public double hitRate() {
        return detected == 0 ? 0 : (hits + stale) / (double) detected;
    }

    /// Calls that were made.
    public int callsMade() {
        return apiCalls.stream().mapToInt(ApiCalls.Line::calls).sum();
    }

    /// Calls that the old way would have made besides.
    public int callsAvoided() {
        return Math.max(0, apiCallsOldWay - callsMade());
    }
}
