package dev.segue.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Remediations of a catalogue, run to their end.
public final class Remedy {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Remedy() {}

    public static Remediation of(Catalogue catalogue, Knowledge known, boolean fix, InstantSource clock) {
        try (var remediations = new Remediations(catalogue, known, SyncRules.STANDARD, new Shelf(), clock, PAUSE)) {
            return ended(remediations, remediations.begin(fix).id());
        }
    }

    /// Goes on with `left`, as after a kill.
    public static Remediation resumed(Catalogue catalogue, Knowledge known, Remediation left, InstantSource clock) {
        var shelf = new Shelf();
        shelf.keep(left);
        try (var remediations = new Remediations(catalogue, known, SyncRules.STANDARD, shelf, clock, PAUSE)) {
            remediations.resume();
            return ended(remediations, left.id());
        }
    }

    private static Remediation ended(Remediations remediations, String id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> remediations.find(id).filter(Remediation::ended).isPresent());
        Remediation report = remediations.find(id).orElseThrow();
        assertThat(report.reason()).isEmpty();
        return report;
    }

    /// `report` as it was when it had been compared, and nothing was put right.
    public static Remediation compared(Remediation report) {
        List<Finding> open = report.findings().stream()
                .map(one -> new Finding(
                        one.kind(),
                        one.track(),
                        one.title(),
                        one.page(),
                        one.field(),
                        one.catalogue(),
                        one.known(),
                        one.advice(),
                        Optional.empty()))
                .toList();
        return new Remediation(
                report.id(),
                Remediation.State.FIXING,
                true,
                report.catalogue(),
                report.startedAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                report.pages(),
                report.tracks(),
                open);
    }

    /// `kind field: catalogue -> known = outcome`, for each finding.
    public static List<String> told(Remediation report) {
        return report.findings().stream().map(Remedy::told).toList();
    }

    private static String told(Finding one) {
        return one.kind()
                + one.field().map(" "::concat).orElse("")
                + one.catalogue()
                        .map(text -> ": " + text + " -> " + one.known().orElse(""))
                        .orElse("")
                + one.outcome().map(outcome -> " = " + outcome).orElse("");
    }
}
