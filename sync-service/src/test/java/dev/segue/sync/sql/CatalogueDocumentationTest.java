package dev.segue.sync.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueDocumentationTest {

    private static final Path PAGE = Path.of("../docs/catalogue.md");

    @TempDir
    private Path directory;

    @Test
    void everyColumnIsDocumentedUnderItsTable() throws Exception {
        String page = Files.readString(PAGE);
        var undocumented = new ArrayList<String>();

        var database = new SqliteFile("jdbc:sqlite:" + directory.resolve("library.db"));
        try (Connection connection = database.open()) {
            Migrations.apply(connection);
            try (ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
                while (columns.next()) {
                    String table = columns.getString("TABLE_NAME");
                    String column = columns.getString("COLUMN_NAME");
                    if (!table.startsWith("sqlite_") && !section(page, table).contains("| `" + column + "` |")) {
                        undocumented.add(table + "." + column);
                    }
                }
            }
        }

        assertThat(undocumented).isEmpty();
    }

    private static String section(String page, String table) {
        int start = page.indexOf("## `" + table + "`");
        if (start < 0) {
            return "";
        }
        int end = page.indexOf("\n## ", start);
        return end < 0 ? page.substring(start) : page.substring(start, end);
    }
}
