package dev.segue.detection.login;

import dev.segue.detection.login.LoginFlow.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A login at a terminal: shows the page to open, and waits for the browser to come back to this machine, or for the
/// person to paste the address where their browser, on another machine, ended.
final class LoginDialogue {

    private final App app;
    private final LoginFlow flow;
    private final Optional<Browser> browser;
    private final BufferedReader in;
    private final PrintStream out;
    private final CompletableFuture<Outcome> ended = new CompletableFuture<>();

    LoginDialogue(App app, LoginFlow flow, Optional<Browser> browser, BufferedReader in, PrintStream out) {
        this.app = app;
        this.flow = flow;
        this.browser = browser;
        this.in = in;
        this.out = out;
    }

    /// @param port where to wait for the browser; 0 for a free one
    /// @param most how long to wait
    Outcome hold(int port, Duration most) throws InterruptedException {
        try (Loopback loopback = Loopback.listen(app.service(), port, this::heard)) {
            URI page = flow.begin(loopback.address()).page();
            show(page, loopback.address(), most);
            Thread.ofVirtual().name("pasted").start(() -> read(loopback));
            return ended.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException taken) {
            return new Outcome.Failed("port " + port + " on 127.0.0.1 cannot be used: " + taken.getMessage());
        } catch (TimeoutException late) {
            return new Outcome.Failed("nobody consented within " + most.toMinutes() + " minutes");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void show(URI page, URI redirect, Duration most) {
        boolean opened = browser.filter(there -> there.open(page)).isPresent();
        out.println(opened ? "Your browser opens this page; consent there:" : "Open this page, and consent there:");
        out.println();
        out.println("  " + page);
        out.println();
        out.println("Is your browser on another machine? It will end at an address that begins with " + redirect
                + "? and cannot be shown: copy that address, paste it here, and press Enter.");
        out.println("Waiting for " + most.toMinutes() + " minutes. Ctrl-C gives up.");
        out.flush();
    }

    /// What a browser brought. An answer to no login of ours does not end the waiting.
    private Outcome heard(Map<String, String> answer) {
        Outcome outcome = flow.finish(answer);
        if (!(outcome instanceof Outcome.Unknown)) {
            ended.complete(outcome);
        }
        return outcome;
    }

    private void read(Loopback loopback) {
        try {
            for (String line = in.readLine(); line != null && !ended.isDone(); line = in.readLine()) {
                String text = line.strip();
                if (!text.isEmpty() && heard(parsed(text, loopback)) instanceof Outcome.Unknown) {
                    out.println("That is not the address of this login; it begins with " + loopback.address() + "?");
                    out.flush();
                }
            }
        } catch (IOException closed) {
            // nobody can paste anything; the browser may still come
        }
    }

    private static Map<String, String> parsed(String address, Loopback loopback) {
        try {
            return loopback.answer(new URI(address)).orElseGet(Map::of);
        } catch (URISyntaxException none) {
            return Map.of();
        }
    }

    /// What came of it, for the person.
    static String told(App app, Outcome outcome) {
        String service = app.service().label();
        return switch (outcome) {
            case Outcome.Done(Optional<Instant> ends) -> {
                String until = ends.map(end -> ", until " + end.toString().substring(0, 10))
                        .orElse("");
                yield "logged in to " + service + until + "; kept in " + app.tokenFile();
            }
            case Outcome.Unknown() -> "not logged in to " + service;
            case Outcome.Failed(String why) -> "not logged in to " + service + ": " + why;
        };
    }
}
