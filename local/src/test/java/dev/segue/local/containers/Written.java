package dev.segue.local.containers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What a SQLite catalogue says of one playlist and its tracks. Immutable.
///
/// @param places   the ids of tracks, as often as they stand in the playlist, in its order
/// @param complete the ids of its tracks that are written down with all that is known
record Written(List<String> places, List<String> complete) {

    static Written of(Path catalogue, String playlist) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + catalogue)) {
            String of = " from playlist_tracks join tracks on id = track_id where playlist = '" + playlist + "'";
            return new Written(
                    column(database, "select track_id" + of + " order by position"),
                    column(database, "select id" + of + " and complete = 1"));
        }
    }

    private static List<String> column(Connection database, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
