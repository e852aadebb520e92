package coop.parasol.local.maven;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The coverage that JaCoCo has measured in each module (its {@code jacoco.csv}).
 *
 * @param modules counts by module
 */
public record CoverageReport(Map<String, Counts> modules) {

    private static final String FILE = "jacoco.csv";

    /** Lines and branches that tests have executed, and those that they have not. */
    public record Counts(long linesCovered, long linesMissed, long branchesCovered, long branchesMissed) {

        private static final Counts NONE = new Counts(0, 0, 0, 0);

        private Counts plus(Counts other) {
            return new Counts(
                    linesCovered + other.linesCovered,
                    linesMissed + other.linesMissed,
                    branchesCovered + other.branchesCovered,
                    branchesMissed + other.branchesMissed);
        }
    }

    /** Deletes the reports of earlier runs. */
    public static void deleteAll(Path root) {
        ModuleReports.deleteAll(root, FILE);
    }

    /** Reads the reports of all modules. */
    public static CoverageReport read(Path root) {
        Map<String, Counts> modules = new TreeMap<>();
        for (Path file : ModuleReports.find(root, FILE)) {
            modules.merge(ModuleReports.module(root, file), counts(file), Counts::plus);
        }
        return new CoverageReport(modules);
    }

    private static Counts counts(Path file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file)) {
            return format.parse(reader).stream().map(CoverageReport::counts).reduce(Counts.NONE, Counts::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Counts counts(CSVRecord row) {
        return new Counts(
                Long.parseLong(row.get("LINE_COVERED")),
                Long.parseLong(row.get("LINE_MISSED")),
                Long.parseLong(row.get("BRANCH_COVERED")),
                Long.parseLong(row.get("BRANCH_MISSED")));
    }

    /** Prints the shares of each module and of all together. */
    public void print(PrintStream out) {
        if (modules.isEmpty()) {
            out.println("No coverage was measured.");
            return;
        }
        out.printf("%n%-28s %16s %16s%n", "module", "lines", "branches");
        modules.forEach((module, counts) -> print(out, module, counts));
        print(out, "all", modules.values().stream().reduce(Counts.NONE, Counts::plus));
    }

    private static void print(PrintStream out, String name, Counts counts) {
        out.printf(
                "%-28s %16s %16s%n",
                name,
                share(counts.linesCovered, counts.linesMissed),
                share(counts.branchesCovered, counts.branchesMissed));
    }

    private static String share(long covered, long missed) {
        long all = covered + missed;
        return all == 0 ? "-" : "%d/%d %5.1f %%".formatted(covered, all, 100.0 * covered / all);
    }
}
