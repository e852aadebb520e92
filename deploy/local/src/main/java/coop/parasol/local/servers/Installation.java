package coop.parasol.local.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One running system: where its data lies, where its parts listen, what its passwords are.
 *
 * @param root the checkout, with everything built
 * @param home data, logs, process ids and secrets
 */
public record Installation(Path root, Path home, Ports ports, Secrets secrets, Processes processes) {

    /** An account that banks use in examples: no money arrives there. */
    private static final String DEMO_IBAN = "DE02120300000000202051";

    public static Installation at(Path root, Path home, Ports ports) {
        return new Installation(
                root,
                home,
                ports,
                Secrets.in(home.resolve("secrets.properties")),
                new Processes(home.resolve("run"), home.resolve("logs")));
    }

    /**
     * The installation as it runs: while any part of it does, its ports are those it was started with.
     *
     * @throws Trouble if the environment says otherwise
     */
    public static Installation running(Path root, Path home, Map<String, String> environment) {
        Installation installation = at(root, home, Ports.from(environment));
        boolean runs = Arrays.stream(Part.values())
                .anyMatch(part -> installation.processes().running(part).isPresent());
        return runs ? at(root, home, Ports.kept(installation.portsFile(), environment)) : installation;
    }

    /** Starts a part, and remembers for those who come later which ports this installation has. */
    void launch(Part part, Path folder, List<String> command, Map<String, String> environment) {
        ports.keep(portsFile());
        processes.start(part, folder, command, environment);
    }

    private Path portsFile() {
        return home.resolve("run/ports");
    }

    /** What the firm says of itself: in the environment, else at an earlier start. */
    public FirmSettings firm(Map<String, String> environment) {
        return FirmSettings.of(home.resolve("firm.properties"), environment);
    }

    public Beginning beginning() {
        return new Beginning(this);
    }

    /** Whether it was never started before. */
    public boolean isNew() {
        return !Files.exists(home.resolve("data/postgres"));
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.of(Part.POSTGRES) + "/" + database;
    }

    public String bootstrap() {
        return "127.0.0.1:" + ports.of(Part.KAFKA);
    }

    public String url(Part part) {
        return "http://127.0.0.1:" + ports.of(part);
    }

    /** The Java that runs this also runs the servers. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What a service is told if the firm says nothing else: where things are. Names are the same in Compose. */
    public Map<String, String> environment(Part service) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PARASOL_HTTP_HOST", "127.0.0.1");
        environment.put("PARASOL_HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put("PARASOL_DB_URL", jdbcUrl(service.id()));
        environment.put("PARASOL_DB_USER", service.id());
        environment.put("PARASOL_DB_PASSWORD", secrets.get("database." + service.id()));
        environment.put("PARASOL_KAFKA", bootstrap());
        environment.put("PARASOL_KAFKA_USER", service.id());
        environment.put("PARASOL_KAFKA_PASSWORD", secrets.get("kafka." + service.id()));
        environment.put("PARASOL_KEYCLOAK", url(Part.KEYCLOAK));
        if (service == Part.MEMBERSHIP) {
            // it makes and ends accounts; the others only read the tokens that they are shown
            environment.put("PARASOL_CLIENT_SECRET", secrets.get("keycloak.clients"));
            environment.put("PARASOL_FIRM_IBAN", DEMO_IBAN);
        }
        if (service == Part.QUALITY) {
            environment.put("PARASOL_CERTIFICATE_SECRET", secrets.get("quality.certificates"));
            environment.put("PARASOL_PUBLIC_URL", url(service));
        }
        return environment;
    }

    /** The parts in the order in which they have to stop. */
    public List<Part> stopOrder() {
        return List.of(
                Part.DISTRIBUTION,
                Part.PRODUCTION,
                Part.PRICING,
                Part.QUALITY,
                Part.MEMBERSHIP,
                Part.KEYCLOAK,
                Part.KAFKA,
                Part.POSTGRES);
    }

    /**
     * Stops all that this installation has started; data stays.
     *
     * @throws Trouble naming what could not be stopped
     */
    public void stop() {
        Queue<String> left = new ConcurrentLinkedQueue<>();
        Together.run(Part.services().stream()
                .<Runnable>map(part -> () -> stop(part, left))
                .toArray(Runnable[]::new));
        stopOrder().stream().filter(part -> !part.isService()).forEach(part -> stop(part, left));
        if (!left.isEmpty()) {
            throw new Trouble(String.join("\n", left));
        }
    }

    /** One part that cannot be stopped keeps no other running. */
    private void stop(Part part, Queue<String> left) {
        try {
            processes.stop(part);
        } catch (Trouble trouble) {
            left.add(Objects.requireNonNull(trouble.getMessage()));
        }
    }
}
