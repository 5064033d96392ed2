package dev.segue.local;

import dev.segue.local.system.ServiceProgram;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lets Segue see what is a person's own. The system need not be running; if it is, the login counts at once.
@Command(
        name = "login",
        description = "Let Segue read your likes and playlists: opens the service's page, where you consent.",
        mixinStandardHelpOptions = true)
final class LoginCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE", description = "spotify or soundcloud")
    private String service = "";

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "where your browser comes back to, on 127.0.0.1; without it, a free one")
    private int port;

    @Option(names = "--wait", defaultValue = "5", description = "minutes; ${DEFAULT-VALUE} without it")
    private int minutes;

    @Option(names = "--no-browser", description = "only show the page's address")
    private boolean noBrowser;

    @Option(names = "--demo", description = "to the stand-ins; so it is anyway while ./segue up --demo runs")
    private boolean demo;

    private final Context context;

    LoginCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Map<String, String> environment = demo || Demo.runs(context.home())
                ? Demo.settings(context.home(), context.environment())
                : context.environment();
        return new ServiceProgram(context.home(), environment, context.here())
                .run(
                        ServiceProgram.Program.LOGIN,
                        List.of(
                                service,
                                Integer.toString(port),
                                Duration.ofMinutes(minutes).toString(),
                                noBrowser ? "no-browser" : "browser"));
    }
}
