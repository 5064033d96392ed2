package dev.segue.metadata;

import dev.segue.library.TrackId;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.FetchRequested.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/// Which stale entries are refreshed today (UTC), and so how many still may be. Thread-safe.
///
/// `fetch-requested` says what was taken, also before a restart and by the other instances of this service: they share
/// what a day allows.
@ApplicationScoped
public class RefreshAllowance {

    private final int perDay;
    private final Set<TrackId> taken = new HashSet<>();
    private LocalDate day = LocalDate.EPOCH;

    public RefreshAllowance(MetadataConfig config) {
        this.perDay = config.refreshPerDay();
    }

    /// Takes one for `id`, if one is left on the day of `now`; who has one already may use it again.
    public synchronized boolean take(TrackId id, Instant now) {
        begin(dayOf(now));
        return taken.contains(id) || (taken.size() < perDay && taken.add(id));
    }

    /// Takes note of what was asked for, here or elsewhere.
    public synchronized void heard(FetchRequested request) {
        LocalDate then = dayOf(request.at());
        if (request.reason() == Reason.STALE && !then.isBefore(day)) {
            begin(then);
            taken.add(request.id());
        }
    }

    private void begin(LocalDate today) {
        if (!today.equals(day)) {
            day = today;
            taken.clear();
        }
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
