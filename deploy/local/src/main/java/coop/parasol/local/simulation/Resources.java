package coop.parasol.local.simulation;

import coop.parasol.local.bench.ComponentProcesses;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Memory and disk that an installation has taken. */
final class Resources {

    private static final String SHARED_FAIRLY = "Pss:";
    private static final double BYTES_PER_KILOBYTE = 1_024;

    private Resources() {}

    /**
     * Bytes of memory by component, what processes share counted once (proportional set size); empty where Linux does not tell.
     */
    static Map<String, Double> memory(Installation installation) {
        Map<String, Double> memory = ComponentProcesses.measure(installation, Resources::memory);
        memory.values().removeIf(bytes -> bytes == 0);
        return memory;
    }

    private static double memory(ProcessHandle process) {
        Path file = Path.of("/proc/" + process.pid() + "/smaps_rollup");
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(SHARED_FAIRLY))
                    .mapToDouble(line -> Double.parseDouble(line.split("\\s+")[1]) * BYTES_PER_KILOBYTE)
                    .sum();
        } catch (IOException e) {
            return 0; // it has ended, or is another user's
        }
    }

    /** Bytes of each service's database and of Kafka's topics; the log that PostgreSQL writes ahead does not grow for ever. */
    static Map<String, Long> disk(Installation installation, ServiceLag databases) {
        Map<String, Long> disk = new TreeMap<>();
        for (Component service : Component.services()) {
            disk.put(service.id(), databases.count(service, "select pg_database_size(current_database())"));
        }
        disk.put(Component.KAFKA.id(), size(installation.home().resolve("data/kafka")));
        return disk;
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".log"))
                    .toList();
            long size = 0;
            for (Path file : all) {
                size += sizeIfThere(file);
            }
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sizeIfThere(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
