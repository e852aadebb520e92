package coop.parasol.local;

import coop.parasol.local.servers.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops everything that {@code up} has started. */
@Command(name = "down", description = "Stop all components; their data is kept.")
final class DownCommand implements Callable<Integer> {

    /**
     * The parts of an installation in the order of their deletion. The markers of the first start come last, so that
     * what an interrupted deletion leaves is not taken for a new firm.
     */
    private static final List<String> WIPE_ORDER = List.of(
            "data",
            "run",
            "logs",
            "services",
            "https",
            "secrets.properties",
            "firm.properties",
            "season-due",
            "season-told",
            "without-demo");

    @Option(names = "--wipe", description = "Also delete all data and secrets of this installation.")
    private boolean wipe;

    @Override
    public Integer call() {
        Installation installation = Parasol.installationWithDefaultPorts();
        installation.stop();
        System.out.println("Parasol is stopped.");
        if (wipe) {
            for (String component : WIPE_ORDER) {
                delete(installation.home().resolve(component));
            }
            System.out.println("Its data and secrets are deleted.");
        } else {
            System.out.println("Its data is kept in " + installation.home() + "; ./parasol up continues with it.");
        }
        return 0;
    }

    static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
