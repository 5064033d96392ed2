package dev.segue.local.doctor;

/// What a look at one thing showed.
///
/// @param about    such as `backup` or `port 8082`
/// @param standing how bad it is
/// @param says     one line for people: what was seen, and what to do about it
public record Finding(String about, Standing standing, String says) {

    /// How bad something is.
    public enum Standing {
        OK,
        /// worth knowing, in nobody's way
        NOTE,
        /// something will not work
        PROBLEM
    }

    public static Finding ok(String about, String says) {
        return new Finding(about, Standing.OK, says);
    }

    public static Finding note(String about, String says) {
        return new Finding(about, Standing.NOTE, says);
    }

    public static Finding problem(String about, String says) {
        return new Finding(about, Standing.PROBLEM, says);
    }
}
