package coop.parasol.web.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodParameterInfo;

/** The problems that an operation can answer because of what all operations have in common, beside those of its own code. */
final class ProblemRules {

    static final String IDEMPOTENT = "coop.parasol.web.Idempotent";
    private static final String OWNER_ONLY = "coop.parasol.web.OwnerOnly";
    private static final String RATE_LIMITED = "coop.parasol.web.RateLimited";

    private final Map<Integer, Set<String>> problems = new TreeMap<>();

    private ProblemRules(Findings findings) {
        findings.problems.forEach((status, codes) -> codes.forEach(code -> add(status, code)));
    }

    /** Codes by status, in ascending order. */
    static Map<Integer, Set<String>> of(
            ResourceOperation operation, Findings findings, boolean hasBody, IndexView index) {
        ProblemRules rules = new ProblemRules(findings);
        List<MethodParameterInfo> parameters = operation.method().parameters();
        boolean writes = !operation.httpMethod().equals("GET");
        rules.add(400, "malformed-field", "malformed-request", "unknown-parameter");
        rules.add(406, "not-acceptable");
        rules.add(414, "address-too-long");
        rules.add(431, "headers-too-large");
        rules.add(500, "internal");
        rules.add(503, "database-unavailable", "identity-unavailable");
        if (!Roles.isPublic(operation.method())) {
            rules.add(401, "unauthenticated");
        }
        if (!Roles.of(operation.method()).isEmpty()) {
            rules.add(403, "forbidden");
        }
        if (operation.has(OWNER_ONLY)) {
            rules.add(403, "own-account-only");
        }
        if (operation.path().contains("{")) {
            rules.add(404, "not-found");
        }
        if (hasBody) {
            rules.add(400, "malformed-json", "unknown-field", "unknown-value");
            rules.add(413, "too-large");
            rules.add(415, "unsupported-media-type");
        } else {
            rules.add(400, "unexpected-body");
        }
        if (Parameters.names(operation, index, "QueryParam").findAny().isPresent()) {
            rules.add(400, "repeated-parameter", "unknown-value");
        }
        if (Parameters.names(operation, index, "HeaderParam").anyMatch(Parameters.IF_MATCH::equals)) {
            rules.add(412, "changed-meanwhile");
            rules.add(428, "version-needed");
        }
        if (operation.has(RATE_LIMITED) || operation.has(Roles.PUBLIC)) {
            rules.add(429, "too-many-requests");
        }
        if (writes) {
            rules.add(409, "conflict");
            rules.add(422, "value-out-of-range");
        }
        Set<String> constraints = ValidationCodes.of(index, parameters);
        constraints.forEach(code -> rules.add(422, code));
        if (constraints.size() > 1) {
            rules.add(422, "invalid-fields");
        }
        if (operation.has(IDEMPOTENT)) {
            rules.add(400, "malformed-idempotency-key");
            rules.add(422, "idempotency-key-reused");
        }
        return rules.problems;
    }

    private void add(int status, String... codes) {
        problems.computeIfAbsent(status, any -> new TreeSet<>()).addAll(Set.of(codes));
    }
}
