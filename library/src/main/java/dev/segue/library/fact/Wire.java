package dev.segue.library.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Facts as bytes: JSON with ISO-8601 times. Thread-safe.
///
/// What is absent is not written; what is not known is not read; so a reader is never broken by a newer writer. The
/// golden files under `contract/` pin the form.
public final class Wire {

    private static final ObjectMapper JSON = configure(JsonMapper.builder()).build();

    private Wire() {}

    /// The settings that make an object mapper speak this form, for the mappers of frameworks.
    public static <B extends MapperBuilder<?, B>> B configure(B builder) {
        return builder.addModule(new Jdk8Module())
                .addModule(new JavaTimeModule()
                        .addSerializer(Instant.class, new MomentSerializer())
                        .addDeserializer(Instant.class, new MomentDeserializer()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
                .withConfigOverride(List.class, Wire::absentIsEmpty)
                .withConfigOverride(Set.class, Wire::absentIsEmpty)
                .withConfigOverride(Map.class, Wire::absentIsEmpty);
    }

    private static void absentIsEmpty(MutableConfigOverride collection) {
        collection.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    /// The one mapper of this form.
    public static ObjectMapper json() {
        return JSON;
    }

    /// `fact` as JSON, UTF-8.
    public static byte[] write(Fact fact) {
        try {
            return JSON.writeValueAsBytes(fact);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a fact that cannot be written: " + fact.key(), impossible);
        }
    }

    /// The fact that `bytes` hold.
    ///
    /// @throws IllegalArgumentException if they hold no such fact; the message says where
    public static <F extends Fact> F read(Class<F> type, byte[] bytes) {
        try {
            F fact = JSON.readValue(bytes, type);
            fact.key(); // without its key it is none
            return fact;
        } catch (IOException | NullPointerException unreadable) {
            throw new IllegalArgumentException(
                    "not a " + type.getSimpleName() + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /// A few fields of the fact that `bytes` hold, the rest left unread: for onlookers.
    ///
    /// @param type a record with some of the fact's fields
    /// @throws IllegalArgumentException if they hold no such fact
    public static <T> T glance(Class<T> type, byte[] bytes) {
        try {
            return JSON.readValue(bytes, type);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("not a fact: " + unreadable.getMessage(), unreadable);
        }
    }
}
