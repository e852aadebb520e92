package coop.parasol.local.maven;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The mutants that PIT has made of the rules in each module, and which of them the tests have killed (its
 * {@code mutations.csv}).
 */
public record MutationReport(List<Mutant> mutants) {

    private static final String FILE = "mutations.csv";

    /** What PIT itself counts as detected. */
    private static final Set<String> KILLED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR", "NON_VIABLE", "RUN_ERROR");

    /** One changed place in the code. */
    public record Mutant(String module, String type, String mutator, String method, String line, String status) {

        boolean isKilled() {
            return KILLED.contains(status);
        }
    }

    /** Deletes the reports of earlier runs. */
    public static void deleteAll(Path root) {
        ModuleReports.deleteAll(root, FILE);
    }

    /** Reads the reports of all modules. */
    public static MutationReport read(Path root) {
        List<Mutant> mutants = new ArrayList<>();
        for (Path file : ModuleReports.find(root, FILE)) {
            String module = ModuleReports.module(root, file);
            try (Reader reader = Files.newBufferedReader(file)) {
                for (CSVRecord row : CSVFormat.RFC4180.parse(reader)) {
                    mutants.add(new Mutant(module, row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new MutationReport(mutants);
    }

    /** Prints the surviving mutants, and the killed share of each module and of all together. */
    public void print(PrintStream out) {
        if (mutants.isEmpty()) {
            out.println("No mutants were made.");
            return;
        }
        out.printf("%nSurviving mutants:%n");
        mutants.stream()
                .filter(mutant -> !mutant.isKilled())
                .forEach(mutant -> out.printf(
                        "  %s.%s, line %s: %s (%s)%n",
                        mutant.type(),
                        mutant.method(),
                        mutant.line(),
                        mutant.mutator().substring(mutant.mutator().lastIndexOf('.') + 1),
                        mutant.status()));
        out.printf("%n%-28s %20s%n", "module", "killed mutants");
        Map<String, List<Mutant>> modules =
                mutants.stream().collect(Collectors.groupingBy(Mutant::module, TreeMap::new, Collectors.toList()));
        modules.forEach((module, some) -> print(out, module, some));
        print(out, "all", mutants);
    }

    private static void print(PrintStream out, String name, List<Mutant> mutants) {
        long killed = mutants.stream().filter(Mutant::isKilled).count();
        out.printf("%-28s %10d/%d %5.1f %%%n", name, killed, mutants.size(), 100.0 * killed / mutants.size());
    }
}
