package dev.segue.testkit.notion;

/// Ends a call with one of Notion's errors.
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Problem(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Problem invalid(String message) {
        return new Problem(400, "validation_error", message);
    }

    /// In the words of the API's validation of bodies.
    static Problem badBody(String message) {
        return invalid("body failed validation: body." + message);
    }

    /// Not there, or not shared with the integration: nobody can tell.
    static Problem notFound(String what, String id) {
        return new Problem(
                404,
                "object_not_found",
                "Could not find " + what + " with ID: " + id
                        + ". Make sure the relevant pages and databases are shared with your integration \"Segue\".");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String told() {
        return String.valueOf(getMessage());
    }
}
