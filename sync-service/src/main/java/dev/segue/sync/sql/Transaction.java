package dev.segue.sync.sql;

import java.sql.Connection;
import java.sql.SQLException;

/// Statements that are carried out together or not at all.
@FunctionalInterface
interface Transaction {

    void run() throws SQLException;

    /// Carries out `work`. After a failure the connection is to be closed, which undoes all of it: SQLite may have
    /// ended
    /// the transaction by itself, so a rollback here could fail and hide the cause.
    static void in(Connection connection, Transaction work) throws SQLException {
        connection.setAutoCommit(false);
        work.run();
        connection.commit();
        connection.setAutoCommit(true);
    }
}
