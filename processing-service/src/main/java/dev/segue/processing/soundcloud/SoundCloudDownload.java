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
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The file of a track on SoundCloud, if its uploader offers it. Thread-safe.
///
/// While SoundCloud takes no calls the track waits until it does. When detection-service or SoundCloud does not answer
/// well it waits for some minutes.
@Singleton
@Priority(100)
class SoundCloudDownload implements Download {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration TROUBLE = Duration.ofMinutes(5);
    private static final Pattern EXTENSION = Pattern.compile("filename=\"[^\"]*(\\.[a-z0-9]{2,5})\"");

    private final URI detection;
    private final Optional<String> token;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    SoundCloudDownload(ProcessingConfig config, @ConfigProperty(name = "segue.api-token") Optional<String> token) {
        this.detection = config.detection().baseUrl();
        this.token = token;
    }

    @Override
    public Result bring(Track track, Supplier<Path> directory) {
        if (track.id().source() != TrackId.Source.SOUNDCLOUD) {
            return new Result.Unable("");
        }
        try (HttpResponseBody answer = ask(track.id())) {
            return switch (answer.response().statusCode()) {
                case 200 -> brought(answer.response(), directory.get());
                case 404 -> withheld(answer.response());
                case 503 -> later(answer.response());
                default -> trouble("status " + answer.response().statusCode());
            };
        } catch (IOException away) {
            return trouble(away.toString());
        }
    }

    /// An answer whose body is closed with it.
    private record HttpResponseBody(HttpResponse<InputStream> response) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }

    private HttpResponseBody ask(TrackId id) throws IOException {
        var get = HttpRequest.newBuilder(URI.create(detection.toString().replaceAll("/+$", "") + "/audio/" + id))
                .timeout(PATIENCE);
        token.ifPresent(secret -> get.header("Authorization", "Bearer " + secret));
        try {
            return new HttpResponseBody(http.send(get.build(), BodyHandlers.ofInputStream()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopping);
        }
    }

    private static Result brought(HttpResponse<InputStream> answer, Path directory) throws IOException {
        Matcher name = EXTENSION.matcher(
                answer.headers().firstValue("Content-Disposition").orElse(""));
        Path file = directory.resolve("original" + (name.find() ? name.group(1) : ".audio"));
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(file);
        } catch (IOException unwritable) {
            throw new ShelfUnavailable(directory + " cannot be written: " + unwritable, unwritable);
        }
        long size = Files.copy(answer.body(), file);
        return size == 0 ? trouble("an empty file") : new Result.Brought(file);
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
        Duration wait = answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(TROUBLE);
        return new Result.Later("SoundCloud takes no calls now", Instant.now().plus(wait));
    }

    private static Result trouble(String what) {
        return new Result.Later(
                "SoundCloud's file could not be had: " + what, Instant.now().plus(TROUBLE));
    }
}
