package dev.segue.detection.login;

import dev.segue.detection.DetectionConfig;
import dev.segue.detection.login.LoginFlow.Outcome;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// What `./segue login` starts: a login without the running service, on the same settings and the same file.
final class LoginProgram {

    private LoginProgram() {}

    /// Takes the service, the port (0: a free one), the time to wait as `PT5M`, and `browser` or `no-browser`. Exit
    /// status 0 if there is a login then; else 1, and one line on standard error says why not.
    public static void main(String[] arguments) throws InterruptedException {
        Optional<Browser> browser = arguments[3].equals("browser")
                ? Browser.of(System.getProperty("os.name", ""), System.getenv())
                : Optional.empty();
        try {
            App app = app(arguments[0], settings(Map.of()));
            var flow = new LoginFlow(app, InstantSource.system());
            var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            Outcome outcome = new LoginDialogue(app, flow, browser, in, System.out)
                    .hold(Integer.parseInt(arguments[1]), Duration.parse(arguments[2]));
            System.exit(end(app, outcome));
        } catch (IllegalArgumentException mistake) {
            System.err.println("segue: " + mistake.getMessage());
            System.exit(1);
        } catch (ConfigValidationException wrong) {
            System.err.println("segue: " + wrong.getProblem(0).getMessage().replaceFirst("^.*?SRCFG\\d+: ", ""));
            System.exit(1);
        }
    }

    private static int end(App app, Outcome outcome) {
        String told = LoginDialogue.told(app, outcome);
        if (outcome instanceof Outcome.Done) {
            System.out.println(told);
            return 0;
        }
        System.err.println("segue: " + told);
        return 1;
    }

    /// @throws IllegalArgumentException with a line for the person, if there is no such login
    static App app(String name, DetectionConfig settings) {
        Service service = Service.named(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no login \"" + name + "\", only " + Service.words()));
        return App.of(service, settings)
                .orElseThrow(() -> new IllegalArgumentException(
                        "segue." + service.word() + ".client-id is not set: see docs/accounts.md"));
    }

    /// The service's settings, from the environment.
    static DetectionConfig settings(Map<String, String> more) {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValue("smallrye.config.mapping.validate-unknown", "false")
                .withMapping(DetectionConfig.class);
        more.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(DetectionConfig.class);
    }
}
