package coop.parasol.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory that a component's processes keep (resident set size): private pages and those of mapped files. */
final class ResidentMemory {

    private static final String FIELD = "VmRSS:";
    private static final double KIB_PER_MIB = 1024;

    private ResidentMemory() {}

    /**
     * In MiB, of a process and of those that it has started; pages that they share count once each. 0 where the system does not
     * tell.
     */
    static double mebibytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(one -> kibibytes(one.pid()) / KIB_PER_MIB)
                .sum();
    }

    /** See proc_pid_status(5). */
    private static long kibibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith(FIELD))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
