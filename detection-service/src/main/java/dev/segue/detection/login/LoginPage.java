package dev.segue.detection.login;

import dev.segue.detection.login.LoginFlow.Outcome;

/// What the person's browser shows at the end. Text from outside is escaped.
final class LoginPage {

    static final String TYPE = "text/html; charset=utf-8";

    private LoginPage() {}

    static String of(Service service, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> page("Segue may now see your " + service.label(), "You can close this page.");
            case Outcome.Unknown() ->
                page(
                        "This is not the answer to a login",
                        "It came too late, or twice, or another login was meant. Begin again.");
            case Outcome.Failed(String why) -> page("No login to " + service.label(), why);
        };
    }

    private static String page(String title, String text) {
        return "<!doctype html><meta charset=\"utf-8\"><title>Segue</title><h1>" + escaped(title) + "</h1><p>"
                + escaped(text) + "</p>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
