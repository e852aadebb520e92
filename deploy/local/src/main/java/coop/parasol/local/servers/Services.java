package coop.parasol.local.servers;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The five services as they were built when they were started. */
public final class Services {

    private static final Duration START = Duration.ofMinutes(2);

    private final Installation installation;
    private final Map<String, String> firm;

    /** @param firm further environment of every service: the parameters that the members decide, and what the firm is called */
    public Services(Installation installation, Map<String, String> firm) {
        this.installation = installation;
        this.firm = firm;
    }

    /** Starts one; returns before it is ready. */
    public void launch(Part service) {
        Path application = installation.root().resolve("services/" + service.id() + "/target/quarkus-app");
        if (!Files.exists(application.resolve("quarkus-run.jar"))) {
            throw new Trouble(service.id() + " is not built. Run ./parasol build first.");
        }
        Map<String, String> environment = new HashMap<>(installation.environment(service));
        environment.putAll(firm);
        List<String> command = List.of(
                Installation.java(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=" + System.getenv().getOrDefault("PARASOL_JIT_LEVEL", "4"),
                "-Xshare:auto",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
                "-jar",
                "quarkus-run.jar");
        Path copy = installation.home().resolve("services").resolve(service.id());
        ApplicationCopy.refresh(application, copy);
        installation.launch(service, copy, command, environment);
    }

    /** Waits until it says that it is ready. */
    public void await(Part service) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String health = installation.url(service) + "/q/health/ready";
            Waiting.until(installation.processes(), service, START, () -> Waiting.answers(client, health));
        }
    }
}
