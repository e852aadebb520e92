package coop.parasol.acceptance;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The access matrix {@code contracts/constitution.csv}: which role may call which endpoint. */
record Constitution(List<Endpoint> endpoints) {

    /** Every role; for each but producers, which membership creates, there is a demo user. */
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

    /** What a role may do with an endpoint. */
    enum Right {
        NONE,
        /** only on resources of its own member, partner or auditor */
        OWN,
        ALL
    }

    /**
     * One endpoint with the roles that may call it.
     *
     * @param resource the kind of resource that the id in the path names; empty if there is no id
     * @param grants roles; {@code role:own} for own resources only, {@code producer:owner} for a member's own account and for none of its
     * colleagues, {@code producer:own:owner} for both; {@code any} for every role, {@code anyone} without a token
     */
    record Endpoint(String service, String method, String path, String resource, Set<String> grants) {

        Right right(String role) {
            if (grants.contains("anyone") || grants.contains("any")) {
                return Right.ALL;
            }
            return conditions(role)
                    .map(conditions -> conditions.contains("own") ? Right.OWN : Right.ALL)
                    .orElse(Right.NONE);
        }

        /** Whether a member decides it by its own account, so that one of a colleague is refused. */
        boolean isOwnerOnly() {
            return conditions("producer")
                    .filter(conditions -> conditions.contains("owner"))
                    .isPresent();
        }

        /** What follows the role in its grant; empty if the role has none. */
        private Optional<List<String>> conditions(String role) {
            return grants.stream()
                    .map(grant -> List.of(grant.split(":", -1)))
                    .filter(grant -> grant.getFirst().equals(role))
                    .map(grant -> grant.subList(1, grant.size()))
                    .findFirst();
        }

        boolean isPublic() {
            return grants.contains("anyone");
        }

        boolean hasBody() {
            return method.equals("POST") || method.equals("PUT");
        }

        /** The media type of a body that it reads. */
        String bodyType() {
            if (path.equals("/forecasts/file")) {
                return "text/csv";
            }
            return path.endsWith("/stream") ? "application/x-ndjson" : "application/json";
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
                            .flatMap(Constitution::endpoints)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Endpoint> endpoints(CSVRecord line) {
        List<String> services =
                line.get("service").equals("*") ? ArchitectureRules.SERVICES : List.of(line.get("service"));
        Set<String> grants = new TreeSet<>(List.of(line.get("roles").split(" ", -1)));
        return services.stream()
                .map(service ->
                        new Endpoint(service, line.get("method"), line.get("path"), line.get("resource"), grants));
    }
}
