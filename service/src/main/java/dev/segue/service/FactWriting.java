package dev.segue.service;

import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.Tracing;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The one writer of a service, under its name.
class FactWriting {

    @Produces
    @Singleton
    FactWriter writer(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Tracing tracing) {
        return FactWriter.open(broker, service, tracing);
    }

    void close(@Disposes FactWriter writer) {
        writer.close();
    }
}
