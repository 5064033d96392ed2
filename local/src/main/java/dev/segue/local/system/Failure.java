package dev.segue.local.system;

/// Something that the person has to know about and can do something about: one line, no stack trace.
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Failure(String line) {
        super(line);
    }

    public Failure(String line, Throwable cause) {
        super(line, cause);
    }

    /// The line to print.
    public String line() {
        return String.valueOf(getMessage());
    }
}
