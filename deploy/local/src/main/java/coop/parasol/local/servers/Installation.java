package coop.parasol.local.servers;

import coop.parasol.contracts.AddressConfirmation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/**
 * One installation of the system: where its data is, on which ports its components listen, what its passwords are.
 *
 * @param root the checkout, built
 * @param home folder of data, logs, process ids and secrets
 */
public record Installation(Path root, Path home, Ports ports, Secrets secrets, Processes processes) {

    private static final String CONFIRMATION = "application.confirmation";

    private static final String CONFIRMATION_DAYS = "PARASOL_CONFIRMATION_DAYS";
    private static final String DAYS_OF_A_LINK = "7";
    private static final Duration CONFIRMED_WITHIN = Duration.ofHours(1);

    /** An IBAN that banks publish as an example; no money arrives there. */
    private static final String DEMO_IBAN = "DE02120300000000202051";

    /** What the services and Keycloak use, and what therefore stops after them. */
    private static final List<Component> STOPPED_LAST = List.of(Component.KAFKA, Component.POSTGRES);

    public static Installation at(Path root, Path home, Ports ports) {
        return new Installation(
                root,
                home,
                ports,
                Secrets.load(home.resolve("secrets.properties")),
                new Processes(home.resolve("run"), home.resolve("logs")));
    }

    /**
     * The installation with the ports of its running components, or with those of the environment if none runs.
     *
     * @throws OperatorException if the environment sets another port than the one that is in use
     */
    public static Installation running(Path root, Path home, Map<String, String> environment) {
        Installation installation = at(root, home, Ports.from(environment));
        boolean runs = Arrays.stream(Component.values())
                .anyMatch(
                        component -> installation.processes().running(component).isPresent());
        return runs ? at(root, home, Ports.saved(installation.portsFile(), environment)) : installation;
    }

    /** Starts a component, and saves the ports of the installation for later commands. */
    void launch(Component component, Path folder, List<String> command, Map<String, String> environment) {
        ports.save(portsFile());
        processes.start(component, folder, command, environment);
    }

    private Path portsFile() {
        return home.resolve("run/ports");
    }

    /** The firm's settings: those of the environment, else those that an earlier start has saved. */
    public FirmSettings firmSettings(Map<String, String> environment) {
        return FirmSettings.of(home.resolve("firm.properties"), environment);
    }

    public FirstStart firstStart() {
        return new FirstStart(this);
    }

    /** Whether it was never started. */
    public boolean isNew() {
        return !Files.exists(home.resolve("data/postgres"));
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.of(Component.POSTGRES) + "/" + database;
    }

    /** A connection to a database with all rights. */
    public Connection connectAsAdministrator(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", secrets.get("database.admin"));
    }

    public String kafkaBootstrap() {
        return "127.0.0.1:" + ports.of(Component.KAFKA);
    }

    public String url(Component component) {
        return "http://127.0.0.1:" + ports.of(component);
    }

    /**
     * Where people and partners' systems find everything: the portal's pages, Keycloak's realm and, below {@code /api}, the
     * services. It is the issuer of every token. Without a setting of the firm it is for this machine alone.
     */
    public String publicOrigin() {
        return publicOrigin(firmSettings(System.getenv()));
    }

    /** The public origin with these settings of the firm. */
    public String publicOrigin(FirmSettings settings) {
        return Optional.ofNullable(settings.values().get(FirmSettings.PUBLIC_ORIGIN))
                .or(() -> PortalHttps.of(this, settings).map(PortalHttps::origin))
                .orElse("http://localhost:" + ports.of(Component.PORTAL));
    }

    /** How the portal is reached by HTTPS without a proxy before it; empty if it is not. */
    public Optional<PortalHttps> https() {
        return PortalHttps.of(this, firmSettings(System.getenv()));
    }

    /** The Java executable that runs this program and also runs the servers. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * The environment of a service or of the portal apart from the firm's settings: addresses and credentials.
     * docker-compose.yml uses the same names.
     */
    public Map<String, String> environment(Component application) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PARASOL_HTTP_HOST", "127.0.0.1");
        environment.put("PARASOL_HTTP_PORT", Integer.toString(ports.of(application)));
        environment.put("PARASOL_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("PARASOL_MANAGEMENT_PORT", Integer.toString(ports.of(application.management())));
        environment.put("PARASOL_KEYCLOAK", url(Component.KEYCLOAK));
        environment.put("PARASOL_PUBLIC_ORIGIN", publicOrigin());
        environment.put("PARASOL_TRUSTED_PROXIES", "127.0.0.1");
        environment.put("PARASOL_KAFKA", kafkaBootstrap());
        environment.put("PARASOL_KAFKA_USER", application.id());
        environment.put("PARASOL_KAFKA_PASSWORD", secrets.get("kafka." + application.id()));
        environment.put("PARASOL_DB_URL", jdbcUrl(application.id()));
        environment.put("PARASOL_DB_USER", application.id());
        environment.put("PARASOL_DB_PASSWORD", secrets.get("database." + application.id()));
        environment.putAll(application == Component.PORTAL ? ofThePortal() : ofAService(application));
        return environment;
    }

    /** What the link says by which the applicant of that address confirms it; made-up applicants read no mail. */
    public String confirmationToken(String memberId, String email) {
        return new AddressConfirmation(UUID.fromString(memberId), Instant.now().plus(CONFIRMED_WITHIN))
                .token(email, secrets.get(CONFIRMATION));
    }

    private Map<String, String> ofThePortal() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PARASOL_PORTAL_SECRET", secrets.get("keycloak.portal"));
        environment.put("PARASOL_NOTICES_SECRET", secrets.get("keycloak.notices"));
        environment.put("PARASOL_CONFIRMATION_SECRET", secrets.get(CONFIRMATION));
        environment.put(CONFIRMATION_DAYS, System.getenv().getOrDefault(CONFIRMATION_DAYS, DAYS_OF_A_LINK));
        environment.put("PARASOL_DEMO", Boolean.toString(firstStart().isDemo()));
        environment.put(
                "PARASOL_DEMO_MAIL",
                firstStart().isDemo() ? DemoMail.folder(this).toString() : "");
        environment.putAll(MailServer.environment(firmSettings(System.getenv()).values()));
        environment.put(
                FirmSettings.BEHIND_PROXY,
                firmSettings(System.getenv()).values().getOrDefault(FirmSettings.BEHIND_PROXY, "false"));
        Component.services().forEach(service -> environment.put("PARASOL_" + service.name(), url(service)));
        https().ifPresent(https -> environment.putAll(https.environment()));
        return environment;
    }

    private Map<String, String> ofAService(Component service) {
        Map<String, String> environment = new HashMap<>();
        if (service == Component.MEMBERSHIP) {
            // membership makes and disables the accounts of producers, distribution those of partners; the others only
            // verify tokens
            environment.put("PARASOL_CLIENT_SECRET", secrets.get("keycloak.clients"));
            environment.put("PARASOL_FIRM_IBAN", DEMO_IBAN);
            environment.put("PARASOL_CONFIRMATION_SECRET", secrets.get(CONFIRMATION));
            environment.put(
                    MailServer.HOST, firmSettings(System.getenv()).values().getOrDefault(MailServer.HOST, ""));
        }
        if (service == Component.DISTRIBUTION) {
            environment.put("PARASOL_PARTNERS_SECRET", secrets.get("keycloak.partners"));
        }
        if (service == Component.QUALITY) {
            environment.put("PARASOL_CERTIFICATE_SECRET", secrets.get("quality.certificates"));
        }
        return environment;
    }

    /**
     * Stops all components that this installation has started; their data stays.
     *
     * @throws OperatorException naming those that could not be stopped
     */
    public void stop() {
        Queue<String> left = new ConcurrentLinkedQueue<>();
        new AotCreation(this).stop();
        stopTogether(component -> !STOPPED_LAST.contains(component), left);
        stopTogether(STOPPED_LAST::contains, left);
        if (!left.isEmpty()) {
            throw new OperatorException(String.join("\n", left));
        }
    }

    private void stopTogether(Predicate<Component> stops, Queue<String> left) {
        ParallelTasks.run(Arrays.stream(Component.values())
                .filter(Component::isProcess)
                .filter(stops)
                .<Runnable>map(component -> () -> stop(component, left))
                .toArray(Runnable[]::new));
    }

    /** Stops one component; a failure does not prevent the others from being stopped. */
    private void stop(Component component, Queue<String> left) {
        try {
            processes.stop(component);
        } catch (OperatorException trouble) {
            left.add(Objects.requireNonNull(trouble.getMessage()));
        }
    }
}
