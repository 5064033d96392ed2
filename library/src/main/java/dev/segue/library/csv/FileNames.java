package dev.segue.library.csv;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How exporters make file names of playlists' names. It cannot be undone: several names become the same one.
final class FileNames {

    private FileNames() {}

    /// All names, without `.csv`, that an export of playlist `name` may have.
    static Set<String> of(String name) {
        return Stream.of(exportifyNet(name), segue(name), oldExportifyNet(name), exportifyApp(name))
                .map(file -> Normalizer.normalize(file, Normalizer.Form.NFC))
                .filter(file -> !file.isEmpty() || name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String exportifyNet(String name) {
        return dev.segue.library.export.ExportName.byExportifyNet(name);
    }

    /// The same but for names that no file can have.
    private static String segue(String name) {
        String stem = dev.segue.library.export.ExportName.of(name).stem();
        return stem.equals(dev.segue.library.export.ExportName.NAMELESS) ? exportifyNet(name) : stem;
    }

    /// Until September 2025.
    private static String oldExportifyNet(String name) {
        return name.replaceAll("[^A-Za-z0-9\\- ]", "").replace(' ', '_').toLowerCase(Locale.ROOT);
    }

    private static String exportifyApp(String name) {
        return name.replaceAll("[\\x00-\\x1F\\x7F/\\\\<>:;\"|=,.?*\\[\\] ]+", "_")
                .toLowerCase(Locale.ROOT);
    }
}
