package coop.parasol.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A service said no, with a problem document (RFC 9457). */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode problem;

    Refusal(String call, int status, JsonNode problem) {
        super(call + " -> " + status + " " + problem.path("code").asText("") + ": "
                + problem.path("detail").asText(problem.toString()));
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    /** The stable code of the problem, empty if there is none. */
    public String code() {
        return problem.path("code").asText("");
    }

    /** What a person reads. */
    public String detail() {
        return problem.path("detail").asText("");
    }

    /** The field that the problem names, empty if it names none. */
    public String field() {
        return problem.path("field").asText("");
    }

    public JsonNode problem() {
        return problem;
    }
}
