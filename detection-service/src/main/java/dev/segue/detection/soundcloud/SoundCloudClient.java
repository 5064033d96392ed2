package dev.segue.detection.soundcloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.detection.ApiCalls.Call;
import dev.segue.detection.ApiGate.Purpose;
import dev.segue.detection.Original;
import dev.segue.detection.Outcome;
import dev.segue.detection.SoundCloud;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The calls of SoundCloud's API that this service makes.
@ApplicationScoped
class SoundCloudClient implements SoundCloud {

    /// Always said, since other listings leave out what is blocked.
    private static final String ACCESS = "access=playable%2Cpreview%2Cblocked";

    private static final String LIKES = "/me/likes/tracks?linked_partitioning=true&limit=200&" + ACCESS;
    private static final Call OF_LIKES = new Call("GET /me/likes/tracks", true, Purpose.OTHER);
    private static final Call OF_TRACK = new Call("GET /tracks/{track_urn}", false, Purpose.OTHER);
    private static final Call OF_RESOLVE = new Call("GET /resolve", false, Purpose.OTHER);
    private static final Call OF_DOWNLOAD = new Call("GET /tracks/{track_urn}/download", false, Purpose.OTHER);
    private static final Pattern TRACK = Pattern.compile(".*/tracks/(?:soundcloud:tracks:)?(\\d{1,19})");

    private final SoundCloudApi api;
    private final Offers offers;

    SoundCloudClient(SoundCloudApi api, Offers offers) {
        this.api = api;
        this.offers = offers;
    }

    @Override
    public Outcome<Track> track(TrackId id) {
        return api.get(OF_TRACK, api.at("/tracks/soundcloud%3Atracks%3A" + id.key()))
                .then(json -> read(json)
                        .filter(track -> track.id().equals(id))
                        .<Outcome<Track>>map(Outcome.Answer::new)
                        .orElseGet(() -> new Outcome.Failed<>("an answer that is not the track " + id)));
    }

    private Optional<Track> read(JsonNode json) {
        Optional<Track> track = TrackJson.track(json);
        track.ifPresent(known -> offers.seen(known.id(), json));
        return track;
    }

    @Override
    public Outcome<Likes> likes() {
        return api.get(OF_LIKES, api.at(LIKES)).then(this::likes);
    }

    @Override
    public Outcome<Likes> likes(URI next) {
        return api.owns(next)
                ? api.get(OF_LIKES, next).then(this::likes)
                : new Outcome.Refused<>("the next page of the likes is said to be at another host");
    }

    private Outcome<Likes> likes(JsonNode page) {
        if (!page.path("collection").isArray()) {
            return new Outcome.Failed<>("a page without a collection");
        }
        try {
            Optional<URI> next = Optional.of(page.path("next_href").asText(""))
                    .filter(address -> !address.isEmpty() && !address.equals("null"))
                    .map(URI::create);
            return new Outcome.Answer<>(new Likes(
                    page.path("collection")
                            .valueStream()
                            .flatMap(one -> read(one).stream())
                            .toList(),
                    next));
        } catch (IllegalArgumentException garbled) {
            return new Outcome.Failed<>("the next page is said to be at what is no address");
        }
    }

    @Override
    public Outcome<TrackId> resolve(URI page) {
        URI question = api.at("/resolve?url=" + URLEncoder.encode(page.toString(), StandardCharsets.UTF_8));
        return api.target(OF_RESOLVE, question).then(target -> resolved(page, target));
    }

    /// The answer is an address of the API, or none at all.
    private Outcome<TrackId> resolved(URI page, URI target) {
        if (!api.owns(target)) {
            return new Outcome.Refused<>("SoundCloud says that " + page + " is at another host");
        }
        Matcher track = TRACK.matcher(String.valueOf(target.getPath()));
        return track.matches()
                ? new Outcome.Answer<>(new TrackId(TrackId.Source.SOUNDCLOUD, track.group(1)))
                : new Outcome.NotFound<>(page + " is on SoundCloud, but not the page of a track");
    }

    /// What was offered lately need not be asked for again.
    @Override
    public Outcome<Original> original(TrackId id) {
        Optional<Offers.Offer> lately = offers.of(id);
        return lately.isPresent()
                ? taken(lately.get())
                : track(id).then(_ -> taken(offers.of(id).orElse(Offers.NOTHING)));
    }

    private Outcome<Original> taken(Offers.Offer offer) {
        return switch (offer) {
            case Offers.Offer.No(Original.Withheld withheld) -> new Outcome.Answer<>(withheld);
            case Offers.Offer.At(URI address)
            when !api.owns(address) -> new Outcome.Failed<>("the download is said to be at another host");
            case Offers.Offer.At(URI address) ->
                api.target(OF_DOWNLOAD, address).then(this::file);
        };
    }

    private Outcome<Original> file(URI address) {
        try {
            return api.file(address);
        } catch (IOException away) {
            return new Outcome.Failed<>("no answer: " + away);
        }
    }
}
