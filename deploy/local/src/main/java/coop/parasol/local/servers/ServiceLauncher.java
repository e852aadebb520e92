package coop.parasol.local.servers;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts services and the portal from copies of their builds. */
public final class ServiceLauncher {

    /** The largest heap of a service. */
    public static final int HEAP_MEGABYTES = 320;

    private static final Duration START = Duration.ofMinutes(5);

    /** Where in its folder a service is built; the script parasol has a place of its own for what it runs. */
    private static final String BUILT = System.getProperty("parasol.built", "target");

    /** JDK internals that the services' libraries use. */
    public static final List<String> JVM_ACCESS = List.of(
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED");

    private final Installation installation;
    private final Map<String, String> firm;
    private final Map<String, String> mailServer;

    /** @param firm additional environment of every service: the firm's settings; the mail server is the portal's alone, and membership hears whether there is one */
    public ServiceLauncher(Installation installation, Map<String, String> firm) {
        this.installation = installation;
        this.mailServer = Map.copyOf(firm);
        this.firm = new HashMap<>(firm);
        this.firm.keySet().removeIf(MailServer::isSetting);
    }

    /**
     * Starts a service; returns before it is ready.
     *
     * @throws OperatorException if it is not built
     */
    public void launch(Component service) {
        launch(service, installation.root().resolve("services/" + service.id() + "/" + BUILT + "/quarkus-app"));
    }

    /**
     * The same from another build of the service.
     *
     * @param application the folder with {@code quarkus-run.jar}
     * @throws OperatorException if there is none
     */
    public void launch(Component service, Path application) {
        if (!Files.exists(application.resolve("quarkus-run.jar"))) {
            throw new OperatorException(service.id() + " is not built.\nWhat to do: run ./parasol build.");
        }
        if (service == Component.PORTAL) {
            installation.https().ifPresent(PortalHttps::prepare);
        }
        Map<String, String> environment = new HashMap<>(installation.environment(service));
        environment.putAll(firm);
        if (service == Component.PORTAL) {
            environment.putAll(MailServer.environment(mailServer));
        }
        if (service == Component.MEMBERSHIP) {
            environment.put(MailServer.HOST, mailServer.getOrDefault(MailServer.HOST, ""));
        }
        Path copy = copy(service);
        ApplicationCopy.refresh(application, copy);
        List<String> command = command(cache(service).startOptions());
        installation.launch(service, copy, command, environment);
    }

    /** The service as a program of which a cache is made; empty if it was never started. */
    Optional<AotCreation.Program> program(Component service) {
        if (!Files.exists(copy(service))) {
            return Optional.empty();
        }
        AotCache cache = cache(service);
        return Optional.of(new AotCreation.Program(cache, copy(service), command(cache.creationOptions())));
    }

    private AotCache cache(Component service) {
        return AotCache.of(installation, service.id(), copy(service), javaOptions());
    }

    private Path copy(Component service) {
        return installation.home().resolve("services").resolve(service.id());
    }

    private static List<String> command(List<String> more) {
        List<String> command = new ArrayList<>(List.of(Installation.java()));
        command.addAll(javaOptions());
        command.addAll(more);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return command;
    }

    /** The options of every service's JVM. */
    public static List<String> javaOptions() {
        List<String> options = new ArrayList<>(List.of(
                "-Xms48m",
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                // what starting has taken of the C library's memory, and no longer needs, goes back to the system
                "-XX:TrimNativeHeapInterval=60000",
                "-XX:TieredStopAtLevel=" + System.getenv().getOrDefault("PARASOL_JIT_LEVEL", "4")));
        options.addAll(JVM_ACCESS);
        return options;
    }

    /**
     * Waits until the service reports that it is ready, and takes calls: its management port may open a moment before the others.
     *
     * @throws OperatorException if it is not ready in time
     */
    public void await(Component service) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String health = installation.url(service.management()) + "/q/health/ready";
            ReadinessProbe.await(
                    installation.processes(),
                    service,
                    START,
                    () -> ReadinessProbe.returnsOk(client, health)
                            && portsOf(service).allMatch(ReadinessProbe::takesConnections));
        }
    }

    private Stream<Integer> portsOf(Component service) {
        Stream<Component> https = service == Component.PORTAL
                ? installation.https().map(any -> Component.PORTAL_HTTPS).stream()
                : Stream.empty();
        return Stream.concat(Stream.of(service), https).map(installation.ports()::of);
    }
}
