package coop.parasol.local.servers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Starts the components of an installation that do not run yet, and reports each when it is ready. */
public final class Starter {

    private final Installation installation;
    private final Map<String, String> firm;
    private final Consumer<String> progress;
    private final ServiceLauncher services;

    /** @param firm the firm's settings, with those of its mail server */
    public Starter(Installation installation, Map<String, String> firm, Consumer<String> progress) {
        this.installation = installation;
        this.firm = Map.copyOf(firm);
        this.progress = progress;
        this.services = new ServiceLauncher(installation, firm);
    }

    /**
     * Starts PostgreSQL, Kafka, Keycloak and a demo's mail server.
     *
     * @param autoCreateTopics whether Kafka creates topics on first use, for tests
     */
    public void startServers(boolean autoCreateTopics) {
        requireFreePorts();
        ParallelTasks.run(this::startMail, () -> startKafka(autoCreateTopics), () -> {
            startPostgres();
            startKeycloak();
        });
    }

    /**
     * Starts all components, each as soon as what it needs is ready. Services and the portal do not wait for Keycloak, of which
     * they ask the keys when the first token comes.
     */
    public void startAll() {
        requireFreePorts();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> mail = CompletableFuture.runAsync(this::startMail, pool);
            CompletableFuture<Void> postgres = CompletableFuture.runAsync(this::startPostgres, pool);
            CompletableFuture<Void> kafka = CompletableFuture.runAsync(() -> startKafka(false), pool);
            ParallelTasks.await(List.of(
                    mail,
                    postgres,
                    kafka,
                    postgres.thenRunAsync(this::startKeycloak, pool),
                    CompletableFuture.allOf(postgres, kafka).thenRunAsync(this::startApplications, pool)));
        }
    }

    /**
     * Starts PostgreSQL and Kafka; {@link #startKeycloak()}, which takes longest at the first start, can run beside
     * other work.
     */
    public void startPostgresAndKafka(boolean autoCreateTopics) {
        requireFreePorts();
        ParallelTasks.run(() -> startKafka(autoCreateTopics), this::startPostgres);
    }

    /** Starts Keycloak; PostgreSQL has to run. */
    public void startKeycloak() {
        Keycloak keycloak = new Keycloak(installation, firm);
        Runnable launch = () -> {
            keycloak.prepare();
            keycloak.launch();
        };
        step("Keycloak", Component.KEYCLOAK, launch, keycloak::awaitAndUpgrade);
    }

    /** Starts a demo's mail server, if mail goes to it. */
    public void startMail() {
        if (DemoMail.isUsed(installation, firm)) {
            DemoMail mail = new DemoMail(installation);
            step("mail", Component.MAIL, mail::launch, mail::await);
        }
    }

    private void startKafka(boolean autoCreateTopics) {
        Kafka kafka = new Kafka(installation);
        step("Kafka", Component.KAFKA, () -> kafka.launch(autoCreateTopics), kafka::awaitAndConfigure);
    }

    private void startPostgres() {
        Postgres postgres = new Postgres(installation);
        step("PostgreSQL", Component.POSTGRES, postgres::launch, postgres::awaitAndConfigure);
    }

    private void requireFreePorts() {
        for (Component component : Component.values()) {
            if (component.isProcess() && !component.isApplication() && isWanted(component) && !runs(component)) {
                installation.ports().requireFree(component);
                if (component == Component.KAFKA) {
                    installation.ports().requireFree(Component.KAFKA_CONTROLLER);
                }
            }
        }
    }

    private boolean isWanted(Component component) {
        return component != Component.MAIL || DemoMail.isUsed(installation, firm);
    }

    /** Starts the services at the same time. */
    public void startServices() {
        start(Component.services());
    }

    /** Starts the services and the portal at the same time. */
    public void startApplications() {
        start(Component.applications());
    }

    private void start(List<Component> applications) {
        List<Component> missing =
                applications.stream().filter(component -> !runs(component)).toList();
        missing.forEach(service -> {
            installation.ports().requireFree(service);
            installation.ports().requireFree(service.management());
        });
        if (missing.contains(Component.PORTAL)) {
            installation.https().ifPresent(https -> installation.ports().requireFree(Component.PORTAL_HTTPS));
        }
        missing.forEach(services::launch);
        applications.stream().filter(component -> !missing.contains(component)).forEach(this::reportRunning);
        ParallelTasks.run(missing.stream()
                .<Runnable>map(component -> () -> timed(component.id(), () -> services.await(component)))
                .toArray(Runnable[]::new));
    }

    private boolean runs(Component component) {
        return installation.processes().running(component).isPresent();
    }

    /** @param complete repeatable, because an earlier command may have been interrupted after the launch */
    private void step(String name, Component component, Runnable launch, Runnable complete) {
        if (runs(component)) {
            complete.run();
            reportRunning(component);
        } else {
            timed(name, () -> {
                launch.run();
                complete.run();
            });
        }
    }

    private void reportRunning(Component component) {
        progress.accept("%-12s is already running".formatted(component.id()));
    }

    private void timed(String name, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        progress.accept("%-12s ready after %.1f s".formatted(name, (System.nanoTime() - begin) / 1e9));
    }
}
