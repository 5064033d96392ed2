package dev.segue.local;

import dev.segue.local.text.Plain;
import java.io.PrintStream;

/// What the person sees. Results go to standard output, everything else to standard error.
///
/// The `segue` script says which of the two is a terminal, since Java cannot tell.
///
/// @param out     whether standard output is a terminal
/// @param err     whether standard error is one
/// @param colours whether they may be used where there is a terminal
/// @param columns of the terminal
record Terminal(boolean out, boolean err, boolean colours, int columns) {

    private static final int USUAL = 80;
    private static final String CLEAR_LINE = "\r\u001b[K";

    static Terminal ofProcess() {
        String terminals = System.getProperty("segue.terminals", "");
        boolean colours = System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        int columns = Integer.getInteger("segue.columns", USUAL);
        return new Terminal(terminals.contains("1"), terminals.contains("2"), colours, columns > 0 ? columns : USUAL);
    }

    boolean coloursOnOut() {
        return out && colours;
    }

    PrintStream results() {
        return System.out;
    }

    /// One line beside the results.
    void say(String line) {
        System.err.println((err ? CLEAR_LINE : "") + line);
    }

    /// One line about something wrong; there may be text from outside in it.
    void complain(String line) {
        say("segue: " + Plain.line(line));
    }

    /// A line that the next one replaces; nothing unless there is a terminal.
    void mention(String line) {
        if (err) {
            System.err.print(CLEAR_LINE + (line.length() < columns ? line : line.substring(0, columns - 1)));
            System.err.flush();
        }
    }
}
