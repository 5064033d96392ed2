package dev.segue.service;

import dev.segue.library.fact.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Reports spans to the collector that `segue.tracing.endpoint` names. Where it names none, nothing of OpenTelemetry is
/// started.
class TraceReporting {

    private static final String PATH = "/v1/traces";

    @Produces
    @Singleton
    Tracing tracing(
            @ConfigProperty(name = "segue.tracing.endpoint") Optional<URI> collector,
            @ConfigProperty(name = "segue.tracing.share", defaultValue = "1") double share,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        return collector
                .<Tracing>map(endpoint -> new Traces(provider(service, traces(endpoint), inRange(share))))
                .orElse(Tracing.OFF);
    }

    /// What is on its way is still sent.
    void close(@Disposes Tracing tracing) {
        if (tracing instanceof Traces traces) {
            traces.close();
        }
    }

    private static SdkTracerProvider provider(String service, String endpoint, double share) {
        var exporter = OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build();
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.builder()
                                .put("service.name", service)
                                .put("service.namespace", "segue")
                                .build())))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }

    /// What the collector is asked at: its address, unless that says it itself.
    static String traces(URI endpoint) {
        String scheme = String.valueOf(endpoint.getScheme());
        if (!scheme.matches("https?") || endpoint.getHost() == null) {
            throw new ConfigurationException("segue.tracing.endpoint is " + endpoint
                    + ", but accepts the address of a collector such as http://localhost:4318");
        }
        String address = endpoint.toString().replaceFirst("/+$", "");
        return address.endsWith(PATH) ? address : address + PATH;
    }

    static double inRange(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new ConfigurationException("segue.tracing.share is " + share + ", but accepts 0 to 1, such as 0.01");
        }
        return share;
    }
}
