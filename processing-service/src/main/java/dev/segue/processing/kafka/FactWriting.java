package dev.segue.processing.kafka;

import dev.segue.library.fact.FactWriter;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/// The one writer of this service.
class FactWriting {

    @Produces
    @Singleton
    FactWriter writer(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        return FactWriter.open(broker, "processing-service");
    }

    void close(@Disposes FactWriter writer) {
        writer.close();
    }
}
