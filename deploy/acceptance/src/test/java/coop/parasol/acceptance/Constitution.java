package coop.parasol.acceptance;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The table {@code contracts/constitution.csv}: who may call what. */
record Constitution(List<Row> rows) {

    /** Every role there is, with a demo user who holds it; producers are made by membership and looked up. */
    static final List<String> ROLES = List.of(
            "producer",
            "auditor",
            "partner",
            "registrar",
            "treasurer",
            "quality-desk",
            "pricing-desk",
            "logistics-desk",
            "administrator");

    /** How far a role may go with a call. */
    enum Right {
        NONE,
        /** for its own member, partner or auditor only */
        OWN,
        ALL
    }

    /**
     * One line.
     *
     * @param thing what the id in the path names, empty where there is none
     */
    record Row(String service, String method, String path, String thing, Set<String> grants) {

        Right right(String role) {
            if (grants.contains("anyone") || grants.contains("any") || grants.contains(role)) {
                return Right.ALL;
            }
            return grants.contains(role + ":own") ? Right.OWN : Right.NONE;
        }

        boolean isPublic() {
            return grants.contains("anyone");
        }

        boolean hasBody() {
            return method.equals("POST") || method.equals("PUT");
        }

        String call() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return service + " " + call();
        }
    }

    static Constitution read() {
        Path file = Path.of("../../contracts/constitution.csv");
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Constitution(
                    CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).stream()
                            .flatMap(Constitution::rows)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.stream.Stream<Row> rows(CSVRecord line) {
        List<String> services =
                line.get("service").equals("*") ? ArchitectureRules.SERVICES : List.of(line.get("service"));
        Set<String> grants = new TreeSet<>(List.of(line.get("roles").split(" ", -1)));
        return services.stream()
                .map(service -> new Row(service, line.get("method"), line.get("path"), line.get("thing"), grants));
    }
}
