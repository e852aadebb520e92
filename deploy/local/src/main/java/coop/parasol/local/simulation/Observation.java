package coop.parasol.local.simulation;

import coop.parasol.bench.MachineTimes;
import coop.parasol.local.bench.DatabaseWaits;
import coop.parasol.local.bench.ProcessorTimes;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the machine and the services do while a load runs, looked at each second, and until no service is behind any more. */
final class Observation {

    private static final long LOOK_MILLIS = 1_000;
    private static final int LOOKS_PER_LINE = 10;
    private static final double PATIENCE_SECONDS = 1_200;

    private final Installation installation;
    private final ServiceLag lag;
    private final Consumer<String> progress;
    private final Thread watcher = Thread.ofPlatform().daemon().unstarted(this::watch);
    private final Map<Component, Long> largest = new EnumMap<>(Component.class);
    private final MachineTimes machineBefore;
    private final ProcessorTimes processorsBefore;
    private final Map<String, Long> diskBefore;
    private final long sentBefore;
    private final DatabaseWaits waits;
    private final long begun = System.nanoTime();
    private volatile boolean stopped;

    /** How far a service was behind in events, and how long after the load's end until it was not: infinite if it was never. */
    record Behind(long largest, long atTheEnd, double secondsUntilNone) {}

    /**
     * What was seen.
     *
     * @param seconds that the load lasted
     * @param processors share of all of them that was used, by others too; from 0 to 1
     * @param disk share of the time in which the disk had something to do
     * @param lockWaits share of the time in which some session waited for a lock of another
     * @param waits what sessions with a transaction did, in words
     * @param used processor seconds by component until the load's end
     * @param memory bytes by component at the load's end
     * @param grown bytes of disk by database, and Kafka's, until nothing was left to do
     * @param events that the services have sent until then
     */
    record Seen(
            double seconds,
            double processors,
            double disk,
            double lockWaits,
            String waits,
            ProcessorTimes used,
            Map<String, Double> memory,
            Map<Component, Behind> behind,
            Map<String, Long> grown,
            long events) {

        /** The part of all processors that a component has used, from 0 to 1. */
        double share(String component) {
            return used.seconds().getOrDefault(component, 0.0)
                    / seconds
                    / Runtime.getRuntime().availableProcessors();
        }

        /** The part of all processors that the installation has used, without the load driver; from 0 to 1. */
        double installation() {
            return used.seconds().keySet().stream()
                    .filter(component -> !component.equals(ProcessorTimes.DRIVER))
                    .mapToDouble(this::share)
                    .sum();
        }

        /** The part of all processors that was used by neither the installation nor the load driver; from 0 to 1. */
        double others() {
            return Math.max(0, processors - installation() - share(ProcessorTimes.DRIVER));
        }
    }

    Observation(Installation installation, ServiceLag lag, Consumer<String> progress) throws SQLException, IOException {
        this.installation = installation;
        this.lag = lag;
        this.progress = progress;
        this.diskBefore = Resources.disk(installation, lag);
        this.sentBefore = lag.sent();
        this.machineBefore = MachineTimes.now(installation.home());
        this.processorsBefore = ProcessorTimes.now(installation);
        this.waits = new DatabaseWaits(
                installation.connectAsAdministrator(Component.MEMBERSHIP.id()), DatabaseWaits.Scope.SERVER);
        watcher.start();
    }

    private void watch() {
        try {
            for (int look = 1; !stopped; look++) {
                Map<Component, Long> now = lag.now();
                now.forEach((service, events) -> largest.merge(service, events, Math::max));
                if (look % LOOKS_PER_LINE == 0) {
                    progress.accept("processors %.0f %%; events behind: %s"
                            .formatted(
                                    100
                                            * MachineTimes.now(installation.home())
                                                    .since(machineBefore)
                                                    .processors(),
                                    words(now)));
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String words(Map<Component, Long> behind) {
        Map<String, Long> words = new TreeMap<>();
        behind.forEach((service, events) -> {
            if (events > 0) {
                words.put(service.id(), events);
            }
        });
        return words.isEmpty() ? "none" : words.toString();
    }

    /** At the load's end: waits until no service is behind. */
    Seen end() throws SQLException, IOException, InterruptedException {
        double seconds = SimulatedFirm.seconds(begun);
        MachineTimes.Use use = MachineTimes.now(installation.home()).since(machineBefore);
        ProcessorTimes used = ProcessorTimes.now(installation).minus(processorsBefore);
        Map<String, Double> memory = Resources.memory(installation);
        stopped = true;
        watcher.join();
        waits.close();
        Map<Component, Behind> behind = untilNone();
        Map<String, Long> grown = Resources.disk(installation, lag);
        grown.replaceAll((what, bytes) -> bytes - diskBefore.getOrDefault(what, 0L));
        return new Seen(
                seconds,
                use.processors(),
                use.disk(),
                waits.lockWaits(),
                waits.shares(),
                used,
                memory,
                behind,
                grown,
                lag.sent() - sentBefore);
    }

    private Map<Component, Behind> untilNone() {
        long end = System.nanoTime();
        Map<Component, Long> atTheEnd = lag.now();
        Map<Component, Double> none = new EnumMap<>(Component.class);
        for (Map<Component, Long> now = atTheEnd;
                none.size() < atTheEnd.size() && SimulatedFirm.seconds(end) < PATIENCE_SECONDS;
                now = lag.now()) {
            now.forEach((service, events) -> {
                if (events == 0) {
                    none.putIfAbsent(service, SimulatedFirm.seconds(end));
                } else {
                    none.remove(service);
                }
            });
            ServiceLag.pause();
        }
        Map<Component, Behind> behind = new EnumMap<>(Component.class);
        atTheEnd.forEach((service, events) -> behind.put(
                service,
                new Behind(
                        Math.max(events, largest.getOrDefault(service, 0L)),
                        events,
                        none.getOrDefault(service, Double.POSITIVE_INFINITY))));
        return behind;
    }
}
