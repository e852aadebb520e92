package coop.parasol.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adds up the coverage reports of all services (JaCoCo, profile {@code coverage}): lines and branches that the tests of a
 * service reach, and one figure over all. Needs nothing but a JDK: {@code java CoverageSummary.java <folder services>}.
 */
public final class CoverageSummary {

    /** Columns of jacoco.csv: what is missed, and behind it what is covered. */
    private static final int BRANCHES_MISSED = 5;

    private static final int LINES_MISSED = 7;

    private record Coverage(long lines, long linesCovered, long branches, long branchesCovered) {

        Coverage plus(Coverage other) {
            return new Coverage(
                    lines + other.lines,
                    linesCovered + other.linesCovered,
                    branches + other.branches,
                    branchesCovered + other.branchesCovered);
        }
    }

    private CoverageSummary() {}

    /** @param arguments the folder with the services; ends with status 1 if there is no report in it */
    public static void main(String[] arguments) throws IOException {
        Path services = Path.of(arguments[0]);
        Coverage all = new Coverage(0, 0, 0, 0);
        for (Path report : reports(services)) {
            Coverage here = Files.readAllLines(report).stream()
                    .skip(1)
                    .map(CoverageSummary::coverage)
                    .reduce(new Coverage(0, 0, 0, 0), Coverage::plus);
            print(services.relativize(report).getName(0).toString(), here);
            all = all.plus(here);
        }
        print("all services", all);
        if (all.lines() == 0) {
            System.exit(1);
        }
    }

    private static void print(String of, Coverage coverage) {
        System.out.printf(
                "%-14s %5.1f %% of %6d lines, %5.1f %% of %5d branches%n",
                of,
                100.0 * coverage.linesCovered() / coverage.lines(),
                coverage.lines(),
                100.0 * coverage.branchesCovered() / coverage.branches(),
                coverage.branches());
    }

    private static List<Path> reports(Path services) throws IOException {
        try (Stream<Path> modules = Files.list(services)) {
            return modules.map(module -> module.resolve("target/site/jacoco/jacoco.csv"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    private static Coverage coverage(String row) {
        String[] cells = row.split(",");
        long branchesMissed = Long.parseLong(cells[BRANCHES_MISSED]);
        long branchesCovered = Long.parseLong(cells[BRANCHES_MISSED + 1]);
        long linesMissed = Long.parseLong(cells[LINES_MISSED]);
        long linesCovered = Long.parseLong(cells[LINES_MISSED + 1]);
        return new Coverage(
                linesMissed + linesCovered, linesCovered, branchesMissed + branchesCovered, branchesCovered);
    }
}
