package dev.segue.processing;

import java.io.Serial;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The output folder cannot be written now: its disk is full or away. Another try may succeed.
public final class ShelfUnavailable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int DEEPEST = 20;

    private static final Pattern FULL = Pattern.compile("No space left on device|Disk quota exceeded");

    public ShelfUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /// Whether a program says that its disk is full.
    public static boolean isSaidIn(String text) {
        return FULL.matcher(text).find();
    }

    /// Whether a full disk is behind `trouble`.
    public static boolean isCauseOf(Throwable trouble) {
        @Nullable Throwable cause = trouble;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (isSaidIn(String.valueOf(cause.getMessage()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
