package dev.segue.detection.login;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The person's browser, where there is a screen.
final class Browser {

    private final List<String> command;

    private Browser(List<String> command) {
        this.command = List.copyOf(command);
    }

    /// How this system opens a page; empty where there is no screen.
    ///
    /// @param system      as in the property `os.name`
    /// @param environment of the person
    static Optional<Browser> of(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return Optional.of(new Browser(List.of("open")));
        }
        if (name.startsWith("windows")) {
            return Optional.of(new Browser(List.of("rundll32", "url.dll,FileProtocolHandler")));
        }
        boolean screen = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return screen ? Optional.of(new Browser(List.of("xdg-open"))) : Optional.empty();
    }

    /// Opens `page`, by an argument list that no shell sees; whether that could be started.
    boolean open(URI page) {
        var all = new ArrayList<>(command);
        all.add(page.toString());
        try {
            Process opener = new ProcessBuilder(all)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return opener.isAlive() || opener.exitValue() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
