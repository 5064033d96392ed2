package dev.segue.processing.soundcloud;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Wire;
import dev.segue.processing.Download;
import dev.segue.processing.ProcessingConfig;
import dev.segue.processing.ShelfUnavailable;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The file of a track on SoundCloud, if its uploader offers it. Thread-safe.
///
/// While SoundCloud takes no calls the track waits until it does. When detection-service or SoundCloud does not answer
/// well, or not to the end, it waits for a while.
@Singleton
@Priority(100)
class SoundCloudDownload implements Download {

    private static final Logger LOG = Logger.getLogger(SoundCloudDownload.class);

    /// Within it an answer has to begin.
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern EXTENSION = Pattern.compile("filename=\"[^\"]*(\\.[a-z0-9]{2,5})\"");

    private final URI detection;
    private final Duration limit;
    private final Optional<String> token;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    SoundCloudDownload(ProcessingConfig config, @ConfigProperty(name = "segue.api-token") Optional<String> token) {
        this.detection = config.detection().baseUrl();
        this.limit = config.audio().timeLimit();
        this.token = token;
    }

    @Override
    public Result bring(Track track, Supplier<Path> directory) {
        if (track.id().source() != TrackId.Source.SOUNDCLOUD) {
            return new Result.Unable("");
        }
        try (Answer answer = ask(track.id())) {
            HttpResponse<InputStream> response = answer.response();
            return switch (response.statusCode()) {
                case 200 -> brought(answer, directory.get());
                case 404 -> withheld(response);
                case 503 -> later(response);
                default -> trouble("status " + response.statusCode());
            };
        } catch (IOException away) {
            if (ShelfUnavailable.isCauseOf(away)) {
                throw new ShelfUnavailable("SoundCloud's file cannot be written: " + away, away);
            }
            return trouble(away.toString());
        }
    }

    /// An answer whose body is closed with it, or when its time is over: the client itself waits for a body for ever.
    private record Answer(HttpResponse<InputStream> response, CompletableFuture<Void> read) implements AutoCloseable {

        static Answer within(Duration limit, HttpResponse<InputStream> response) {
            var read = new CompletableFuture<Void>();
            var _ = read.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).whenComplete((_, late) -> {
                if (late != null) {
                    cut(response.body());
                }
            });
            return new Answer(response, read);
        }

        private static void cut(InputStream body) {
            try {
                body.close();
            } catch (IOException closed) {
                LOG.debug("an answer that came too slowly is closed", closed);
            }
        }

        boolean isCut() {
            return read.isCompletedExceptionally();
        }

        @Override
        public void close() throws IOException {
            read.complete(null);
            response.body().close();
        }
    }

    private Answer ask(TrackId id) throws IOException {
        var get = HttpRequest.newBuilder(URI.create(detection.toString().replaceAll("/+$", "") + "/audio/" + id))
                .timeout(PATIENCE);
        token.ifPresent(secret -> get.header("Authorization", "Bearer " + secret));
        try {
            return Answer.within(limit, http.send(get.build(), BodyHandlers.ofInputStream()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopping);
        }
    }

    private Result brought(Answer answer, Path directory) throws IOException {
        Matcher name = EXTENSION.matcher(
                answer.response().headers().firstValue("Content-Disposition").orElse(""));
        Path file = directory.resolve("original" + (name.find() ? name.group(1) : ".audio"));
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(file);
        } catch (IOException unwritable) {
            throw new ShelfUnavailable(directory + " cannot be written: " + unwritable, unwritable);
        }
        long size = copied(answer, file);
        if (answer.isCut()) {
            return trouble("it took longer than " + limit.toSeconds() + " s");
        }
        return size == 0 ? trouble("an empty file") : new Result.Brought(file);
    }

    private static long copied(Answer answer, Path file) throws IOException {
        try {
            return Files.copy(answer.response().body(), file);
        } catch (IOException closed) {
            if (answer.isCut()) {
                return 0;
            }
            throw closed;
        }
    }

    private static Result withheld(HttpResponse<InputStream> answer) throws IOException {
        JsonNode problem = json(answer);
        String why = problem.path("detail").asText("SoundCloud does not offer it");
        return switch (problem.path("type").asText("")) {
            case "urn:segue:audio:preview" -> new Result.Preview(why);
            case "urn:segue:audio:blocked" -> new Result.Locked(why);
            default -> new Result.Nothing(why);
        };
    }

    private static JsonNode json(HttpResponse<InputStream> answer) throws IOException {
        try {
            return Wire.json().readTree(answer.body());
        } catch (JacksonException garbled) {
            return Wire.json().missingNode();
        }
    }

    private static Result later(HttpResponse<InputStream> answer) {
        String why = "SoundCloud takes no calls now";
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Instant.now().plusSeconds(Long.parseLong(seconds)))
                .<Result>map(again -> new Result.Later(why, again))
                .orElseGet(() -> new Result.Trouble(why));
    }

    private static Result trouble(String what) {
        return new Result.Trouble("SoundCloud's file could not be had: " + what);
    }
}
