package coop.parasol.web.openapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the code that an operation reaches can answer with. */
final class Findings {

    /** Success statuses that the resource builds. */
    final Set<Integer> statuses = new TreeSet<>();

    /** Java types of the entities that the resource builds, as signatures ({@code Lcoop/parasol/web/Page<...>;}). */
    final Set<String> entities = new TreeSet<>();

    /** Headers that the resource sets. */
    final Set<String> headers = new TreeSet<>();

    /** Problem codes by status. */
    final Map<Integer, Set<String>> problems = new TreeMap<>();

    private final Set<String> refusalCodes = new TreeSet<>();
    private final Set<Integer> refusalStatuses = new TreeSet<>();

    void problem(int status, String code) {
        problems.computeIfAbsent(status, any -> new TreeSet<>()).add(code);
    }

    /** A code in an outcome of a use case, whose status the resource chooses. */
    void refusalCode(String code) {
        refusalCodes.add(code);
    }

    /** A status for which the resource passes on the code of an outcome. */
    void refusalStatus(int status) {
        refusalStatuses.add(status);
    }

    /** Joins codes of outcomes with the statuses that the resource gives them; codes that it does not pass on are no problems. */
    void complete() {
        refusalCodes.forEach(code -> refusalStatuses.forEach(status -> problem(status, code)));
        refusalCodes.clear();
    }
}
