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
@Command(name = "down", description = "Stop everything; the data stays.")
final class DownCommand implements Callable<Integer> {

    /** What was begun is forgotten after the data: what is left of a wipe that was interrupted is not taken for a firm. */
    private static final List<String> WIPED = List.of(
            "data",
            "run",
            "logs",
            "services",
            "secrets.properties",
            "firm.properties",
            "season-due",
            "season-told",
            "without-demo");

    @Option(names = "--wipe", description = "Also forget all data and secrets of this installation.")
    private boolean wipe;

    @Override
    public Integer call() {
        Installation installation = Parasol.installationToStop();
        installation.stop();
        System.out.println("Parasol is stopped.");
        if (wipe) {
            for (String part : WIPED) {
                delete(installation.home().resolve(part));
            }
            System.out.println("Its data and secrets are forgotten.");
        } else {
            System.out.println("Its data is kept in " + installation.home() + "; ./parasol up goes on with it.");
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
