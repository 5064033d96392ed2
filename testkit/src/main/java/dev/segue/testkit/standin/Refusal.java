package dev.segue.testkit.standin;

/// Ends a call with an error in the form of the API: see [Likeness#error].
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    public Refusal(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    public int status() {
        return status;
    }

    /// What the client is told.
    public String told() {
        return String.valueOf(getMessage());
    }
}
