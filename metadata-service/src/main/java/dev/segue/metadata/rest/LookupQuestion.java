package dev.segue.metadata.rest;

import java.util.List;
import java.util.Optional;

/// `{"tracks": [{"id": "spotify:…"}, {"title": "…", "artist": "…"}]}`
record LookupQuestion(Optional<List<Wanted>> tracks) {

    record Wanted(Optional<String> id, Optional<String> title, Optional<String> artist) {}
}
