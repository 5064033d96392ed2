package dev.segue.detection.login;

import dev.segue.detection.DetectionConfig;
import dev.segue.detection.login.LoginFlow.Outcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// A login in a browser: leads to the service's page, and takes what it sends back.
@Path("/login")
@RunOnVirtualThread
class LoginResource {

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int SEE_OTHER = 303;

    private final Map<Service, LoginFlow> flows = new EnumMap<>(Service.class);

    LoginResource(DetectionConfig config, InstantSource clock) {
        for (Service service : Service.values()) {
            App.of(service, config).ifPresent(app -> flows.put(service, new LoginFlow(app, clock)));
        }
    }

    @GET
    @Path("{service}")
    @Operation(
            summary = "Logs a person in to spotify or soundcloud",
            description = "To be opened in a browser on this machine. 303 to the service's page; that one sends the"
                    + " browser back here with a code, which is answered with a page that says what came of it")
    public Response login(@PathParam("service") String name, @Context UriInfo request) {
        Optional<Service> service = Service.named(name);
        if (service.isEmpty()) {
            return text(NOT_FOUND, "there is no login \"" + name + "\", only " + Service.words());
        }
        Optional<LoginFlow> flow = Optional.ofNullable(flows.get(service.get()));
        if (flow.isEmpty()) {
            return text(NOT_FOUND, "segue." + service.get().word() + ".client-id is not set: see docs/accounts.md");
        }
        Map<String, String> answer = parameters(request.getQueryParameters());
        return answer.isEmpty()
                ? Response.status(SEE_OTHER)
                        .location(flow.get()
                                .begin(redirect(service.get(), request))
                                .page())
                        .header("Cache-Control", "no-store")
                        .build()
                : page(service.get(), flow.get().finish(answer));
    }

    /// Always the literal: the services refuse the name `localhost`.
    private static URI redirect(Service service, UriInfo request) {
        return Loopback.address(request.getBaseUri().getPort(), service);
    }

    private static Map<String, String> parameters(MultivaluedMap<String, String> query) {
        var parameters = new HashMap<String, String>();
        query.keySet().forEach(name -> parameters.put(name, query.getFirst(name)));
        return parameters;
    }

    private static Response page(Service service, Outcome outcome) {
        return Response.status(outcome instanceof Outcome.Done ? 200 : BAD_REQUEST)
                .type(LoginPage.TYPE)
                .header("Cache-Control", "no-store")
                .entity(LoginPage.of(service, outcome))
                .build();
    }

    private static Response text(int status, String text) {
        return Response.status(status)
                .type("text/plain; charset=utf-8")
                .entity(text + "\n")
                .build();
    }
}
