package dev.segue.library;

/// Why a request was refused, as RFC 9457 wants it told (`application/problem+json`).
///
/// @param type   `about:blank`: the status says what kind of problem it is
/// @param title  of the status
/// @param status of the HTTP answer
/// @param detail for people: what was wrong with this request
public record Problem(String type, String title, int status, String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /// The request itself is wrong.
    public static Problem badRequest(String detail) {
        return new Problem("about:blank", "Bad Request", 400, detail);
    }

    /// The request is right, but what it names is not there.
    public static Problem notFound(String detail) {
        return new Problem("about:blank", "Not Found", 404, detail);
    }

    /// It cannot be done now.
    public static Problem unavailable(String detail) {
        return new Problem("about:blank", "Service Unavailable", 503, detail);
    }
}
