package coop.parasol.local.servers;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts what of an installation does not run yet, and tells step by step what it does. */
public final class Starter {

    private final Installation installation;
    private final Consumer<String> progress;
    private final Services services;

    public Starter(Installation installation, Map<String, String> firm, Consumer<String> progress) {
        this.installation = installation;
        this.progress = progress;
        this.services = new Services(installation, firm);
    }

    /**
     * PostgreSQL, Kafka and Keycloak.
     *
     * @param topicsAppearByThemselves for tests, which use topics of their own
     */
    public void startServers(boolean topicsAppearByThemselves) {
        requireFreePorts();
        Together.run(() -> startKafka(topicsAppearByThemselves), () -> {
            startPostgres();
            startKeycloak();
        });
    }

    /** PostgreSQL and Kafka; {@link #startKeycloak()}, which takes longest the first time, can follow beside other work. */
    public void startStores(boolean topicsAppearByThemselves) {
        requireFreePorts();
        Together.run(() -> startKafka(topicsAppearByThemselves), this::startPostgres);
    }

    /** Needs PostgreSQL. */
    public void startKeycloak() {
        Keycloak keycloak = new Keycloak(installation);
        Runnable launch = () -> {
            keycloak.prepare();
            keycloak.launch();
        };
        step("Keycloak", Part.KEYCLOAK, launch, keycloak::complete);
    }

    private void startKafka(boolean topicsAppearByThemselves) {
        Kafka kafka = new Kafka(installation);
        step("Kafka", Part.KAFKA, () -> kafka.launch(topicsAppearByThemselves), kafka::complete);
    }

    private void startPostgres() {
        Postgres postgres = new Postgres(installation);
        step("PostgreSQL", Part.POSTGRES, postgres::launch, postgres::complete);
    }

    private void requireFreePorts() {
        for (Part part : Part.values()) {
            if (!part.isService() && part != Part.KAFKA_CONTROLLER && !runs(part)) {
                installation.ports().requireFree(part);
                if (part == Part.KAFKA) {
                    installation.ports().requireFree(Part.KAFKA_CONTROLLER);
                }
            }
        }
    }

    /** The five services, all at once. */
    public void startServices() {
        List<Part> missing =
                Part.services().stream().filter(part -> !runs(part)).toList();
        missing.forEach(installation.ports()::requireFree);
        missing.forEach(services::launch);
        Part.services().stream().filter(part -> !missing.contains(part)).forEach(this::alreadyRuns);
        Together.run(missing.stream()
                .<Runnable>map(part -> () -> timed(part.id(), () -> services.await(part)))
                .toArray(Runnable[]::new));
    }

    private boolean runs(Part part) {
        return installation.processes().running(part).isPresent();
    }

    /** @param complete repeatable; an earlier command may have been ended when the part ran but was not complete */
    private void step(String name, Part part, Runnable launch, Runnable complete) {
        if (runs(part)) {
            complete.run();
            alreadyRuns(part);
        } else {
            timed(name, () -> {
                launch.run();
                complete.run();
            });
        }
    }

    private void alreadyRuns(Part part) {
        progress.accept("%-12s runs already".formatted(part.id()));
    }

    private void timed(String name, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        progress.accept("%-12s ready after %.1f s".formatted(name, (System.nanoTime() - begin) / 1e9));
    }
}
