package dev.segue.testkit.eagle;

import java.time.Instant;
import java.util.List;

/// One item of the library. Immutable.
///
/// @param id        13 letters and digits, or what the client chose
/// @param url       the website it was added with
/// @param path      the file that it was copied from
/// @param isDeleted whether it lies in the trash
/// @param visibleAt the copy is made later
public record Item(
        String id,
        String name,
        String ext,
        long size,
        List<String> tags,
        List<String> folders,
        String url,
        String annotation,
        int star,
        boolean isDeleted,
        String path,
        Instant visibleAt) {

    public Item {
        tags = List.copyOf(tags);
        folders = List.copyOf(folders);
    }
}
