package dev.segue.local.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.fact.Wire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/// A report as one JSON object on one line.
public final class ReportJson {

    private ReportJson() {}

    public static String of(RunReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        report.backup().ifPresent(backup -> {
            json.put("files", backup.files().size());
            json.put("rows", backup.rows());
            json.put("badRows", backup.badRows());
        });
        json.put("detected", report.detected());
        json.put("hits", report.hits());
        json.put("stale", report.stale());
        json.put("misses", report.misses());
        json.put("hitRate", rounded(report.hitRate(), 4));
        json.put("apiCalls", report.callsMade());
        json.put("apiCallsOldWay", report.apiCallsOldWay());
        json.put("apiCallsAvoided", report.callsAvoided());
        json.put("apiCallsBy", report.apiCalls());
        json.put("duplicates", report.duplicates());
        json.put("created", report.created());
        json.put("updated", report.updated());
        json.put("unchanged", report.unchanged());
        json.put("processed", report.processed());
        json.put("rejected", report.rejected());
        if (report.unfinished() > 0) {
            json.put("unfinished", report.unfinished());
        }
        json.put("seconds", rounded(report.total().toMillis() / 1000.0, 3));
        return write(json);
    }

    /// Any value as one line of JSON.
    public static String write(Object value) {
        try {
            // not the wire form: what is empty is written, so that a reader finds every key
            return Wire.json()
                    .copy()
                    .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
                    .writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static double rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
