package dev.segue.metadata;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// How many stale entries may still be refreshed today (UTC). Thread-safe. Counts from zero after a restart: the API's
/// budget, which survives one, is the real limit.
@ApplicationScoped
public class RefreshAllowance {

    private final int perDay;
    private LocalDate day = LocalDate.EPOCH;
    private int taken;

    public RefreshAllowance(MetadataConfig config) {
        this.perDay = config.refreshPerDay();
    }

    /// Takes one, if one is left on the day of `now`.
    public synchronized boolean take(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            taken = 0;
        }
        if (taken >= perDay) {
            return false;
        }
        taken++;
        return true;
    }
}
