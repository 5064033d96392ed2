package dev.segue.sync.rest;

import dev.segue.library.TrackId;
import dev.segue.sync.Finding;
import dev.segue.sync.Remediation;
import io.quarkus.qute.Template;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A report as a page. The template escapes whatever it is given.
final class ReportPage {

    private ReportPage() {}

    /// @param template `templates/remediation.html`
    static String of(Template template, Remediation report) {
        return template.data("id", report.id())
                .data("about", about(report))
                .data("counts", counts(report))
                .data("groups", groups(report.findings()))
                .data("nothing", report.ended() ? "Nothing to put right." : "Not finished yet.")
                .render();
    }

    private static List<String> about(Remediation report) {
        return Stream.of(
                        Optional.of(report.catalogue()),
                        Optional.of("begun " + time(report.startedAt())),
                        report.endedAt().map(at -> "ended " + time(at)),
                        Optional.of(report.state().name().toLowerCase(java.util.Locale.ROOT)),
                        report.waiting()
                                .map(what -> "waits"
                                        + report.waitsUntil()
                                                .map(at -> " until " + time(at))
                                                .orElse("") + ": " + what),
                        report.reason())
                .flatMap(Optional::stream)
                .toList();
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String counts(Remediation report) {
        Remediation.Counts counts = report.counts();
        String all = ("%,d pages, %,d tracks known: %,d differences, %,d tracks without a page, %,d pages that name no"
                        + " track, %,d of unknown tracks, %,d twins")
                .formatted(
                        report.pages(),
                        report.tracks(),
                        counts.different(),
                        counts.noPage(),
                        counts.noId(),
                        counts.unknownId(),
                        counts.sameId());
        return report.fix() ? "%s; %,d fixed, %,d not".formatted(all, counts.fixed(), counts.notFixed()) : all;
    }

    private static Map<String, List<Map<String, String>>> groups(List<Finding> findings) {
        var groups = new LinkedHashMap<String, List<Map<String, String>>>();
        Map<Finding.Kind, List<Finding>> byKind = findings.stream().collect(Collectors.groupingBy(Finding::kind));
        Arrays.stream(Finding.Kind.values())
                .filter(byKind::containsKey)
                .forEach(kind -> groups.put(
                        heading(kind),
                        byKind.getOrDefault(kind, List.of()).stream()
                                .map(ReportPage::row)
                                .toList()));
        return groups;
    }

    private static Map<String, String> row(Finding finding) {
        String outcome = finding.outcome().map(Enum::name).orElse("");
        String track = finding.track().map(TrackId::toString).orElse("");
        return Map.of(
                "title", finding.title().orElse(""),
                "field", finding.field().orElse(""),
                "catalogue", finding.catalogue().orElse(""),
                "known", finding.known().orElse(""),
                "outcome", (outcome + ' ' + finding.advice().orElse("")).strip(),
                "track", track,
                "page", finding.page().filter(page -> !page.equals(track)).orElse(""));
    }

    private static String heading(Finding.Kind kind) {
        return switch (kind) {
            case DIFFERENT -> "Differences";
            case NO_PAGE -> "Tracks without a page";
            case NO_ID -> "Pages that name no track";
            case UNKNOWN_ID -> "Pages of tracks of which nothing is known";
            case SAME_ID -> "Pages that name the same track as an older one";
        };
    }
}
