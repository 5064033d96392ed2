package dev.segue.library.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Where in a zip an entry is. Several may have one name, as after a program that adds to a zip what it has already.
///
/// @param entry  what the zip's list of entries says
/// @param label  its path with `/`, with a number if another has the same: `Mix~2.csv` for the second `Mix.csv`
/// @param number of those of its name, 1 for the first
/// @param of     how many have its name
record ZipPlace(ZipEntry entry, String label, int number, int of) {

    /// Those of `entries`, in that order.
    static List<ZipPlace> of(List<? extends ZipEntry> entries) {
        Map<String, Long> counts =
                entries.stream().collect(Collectors.groupingBy(ZipEntry::getName, Collectors.counting()));
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> known = entries.stream().map(ZipPlace::path).collect(Collectors.toSet());
        Set<String> labels = new HashSet<>();
        List<ZipPlace> places = new ArrayList<>(entries.size());
        for (ZipEntry entry : entries) {
            String path = path(entry);
            String label = labels.add(path) ? path : numbered(path, known);
            int number = numbers.merge(entry.getName(), 1, Integer::sum);
            int of = counts.getOrDefault(entry.getName(), 1L).intValue();
            places.add(new ZipPlace(entry, label, number, of));
        }
        return places;
    }

    /// The first of `path` with a number that is not `taken` yet: behind it in order, and of the same ending.
    private static String numbered(String path, Set<String> taken) {
        int dot = path.lastIndexOf('.');
        int number = 2;
        String label = path.substring(0, dot) + '~' + number + path.substring(dot);
        while (!taken.add(label)) {
            number++;
            label = path.substring(0, dot) + '~' + number + path.substring(dot);
        }
        return label;
    }

    /// With `/`; some programs on Windows write `\`.
    static String path(ZipEntry entry) {
        return entry.getName().replace('\\', '/');
    }

    String path() {
        return path(entry);
    }

    /// Its bytes. Closing them closes `zip`.
    ///
    /// @throws IOException if there is none in `zip`, or it must not be read
    InputStream open(ZipFile zip) throws IOException {
        if (leaves()) {
            throw new IOException("its path leaves the zip");
        }
        ZipEntry found = of == 1 ? zip.getEntry(entry.getName()) : listed(zip);
        if (found == null) {
            throw gone();
        }
        // of several of one name, the JDK opens the one that it has listed last
        return new BoundedEntry(zip, zip.getInputStream(found), found);
    }

    private ZipEntry listed(ZipFile zip) throws IOException {
        int left = number;
        for (var entries = zip.stream().iterator(); entries.hasNext(); ) {
            ZipEntry next = entries.next();
            if (next.getName().equals(entry.getName()) && --left == 0) {
                return next;
            }
        }
        throw gone();
    }

    private static IOException gone() {
        return new IOException("it is no longer in the zip");
    }

    private boolean leaves() {
        String plain = path();
        return plain.startsWith("/") || plain.matches("(?s)[A-Za-z]:.*") || ("/" + plain + "/").contains("/../");
    }
}
