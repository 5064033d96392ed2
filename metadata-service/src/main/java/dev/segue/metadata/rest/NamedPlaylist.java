package dev.segue.metadata.rest;

import dev.segue.library.Problem;
import dev.segue.metadata.PlaylistHistory;
import dev.segue.metadata.PlaylistHistory.Found;
import dev.segue.metadata.PlaylistHistory.Playlist;
import dev.segue.service.Problems;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/// Answers about a playlist that a request names.
record NamedPlaylist(PlaylistHistory history, String name) {

    /// What `answer` makes of it; a refusal if there is none of that name, or more than one.
    Response answer(Function<Playlist, Response> answer) {
        return switch (history.find(name)) {
            case Found.One(Playlist playlist) -> answer.apply(playlist);
            case Found.None _ ->
                Problems.refused(Problem.notFound("there is no playlist \"" + name + "\": GET /playlists lists all"));
            case Found.Several several ->
                Problems.refused(Problem.badRequest("\"" + name + "\" may be any of " + several.names()));
        };
    }
}
