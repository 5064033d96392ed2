package dev.segue.detection;

import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.FactWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The gate of each API that is asked. Thread-safe.
@ApplicationScoped
public class ApiGates {

    private static final int APP_DIGITS = 8;

    private final Map<Api, ApiGate> gates = new EnumMap<>(Api.class);

    /// @throws io.quarkus.runtime.configuration.ConfigurationException if they could not be asked with these settings
    public ApiGates(DetectionConfig config, InstantSource clock, FactWriter facts) {
        SettingsCheck.pass(config);
        DetectionConfig.Spotify spotify = config.spotify();
        boolean offline = config.lookup() == DetectionConfig.LookupMode.CSV_ONLY;
        add(
                Api.SPOTIFY,
                spotify.clientId().filter(_ -> !offline),
                new ApiGate.Limits(spotify.dailyBudget(), spotify.reserve(), spotify.perSecond()),
                clock,
                facts);
        DetectionConfig.Soundcloud soundCloud = config.soundcloud();
        add(
                Api.SOUNDCLOUD,
                soundCloud.clientId().filter(_ -> !offline),
                new ApiGate.Limits(soundCloud.dailyBudget(), 0, soundCloud.perSecond()),
                clock,
                facts);
    }

    private void add(Api api, Optional<String> clientId, ApiGate.Limits limits, InstantSource clock, FactWriter facts) {
        gates.put(api, new ApiGate(api, clientId.map(ApiGates::hash), limits, clock, status -> {
            var written = facts.write(status, Envelope.NONE);
            if (status.blockedUntil().isPresent()) {
                written.join(); // a kill must not forget it
            }
        }));
    }

    /// The gate of `api`.
    public ApiGate of(Api api) {
        return Objects.requireNonNull(gates.get(api), () -> "no gate of " + api);
    }

    /// The APIs of which there are credentials.
    public Set<Api> configured() {
        return gates.entrySet().stream()
                .filter(one -> one.getValue().configured())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// All of them.
    public Collection<ApiGate> all() {
        return gates.values();
    }

    /// Takes note of how an API stood in an earlier life of this service.
    public void remember(ApiStatus status) {
        Optional.ofNullable(gates.get(status.api())).ifPresent(gate -> gate.remember(status));
    }

    private static String hash(String clientId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(clientId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, APP_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
