package coop.parasol.local;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Part;
import coop.parasol.local.servers.Trouble;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The end of a log, or the log as it grows. */
@Command(name = "logs", description = "Show the log of a part.")
final class LogsCommand implements Callable<Integer> {

    private static final int PAUSE_MILLIS = 300;

    @Parameters(paramLabel = "PART", description = "membership, quality, pricing, production, distribution, kafka, ...")
    private String part = "";

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "50",
            description = "How many lines (default 50).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Parasol.installation();
        Part wanted = Part.byId(part);
        Path log = installation.processes().log(wanted);
        if (!Files.exists(log)) {
            throw new Trouble(part + " has no log yet; ./parasol up starts it.");
        }
        installation.processes().tail(wanted, lines).forEach(System.out::println);
        if (follow) {
            follow(log);
        }
        return 0;
    }

    private static void follow(Path log) throws IOException, InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(file.length());
            while (!Thread.currentThread().isInterrupted()) {
                String line = file.readLine();
                if (line == null) {
                    Thread.sleep(PAUSE_MILLIS);
                } else {
                    System.out.println(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
                }
            }
        }
    }
}
