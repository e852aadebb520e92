package coop.parasol.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A service answered with an error: the problem document (RFC 9457) of its response. */
public final class ProblemResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode problem;

    ProblemResponseException(String call, int status, JsonNode problem) {
        super(call + " -> " + status + " " + problem.path("code").asText("") + ": "
                + problem.path("detail").asText(problem.toString()));
        this.status = status;
        this.problem = problem;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code of the problem; empty if there is none. */
    public String code() {
        return problem.path("code").asText("");
    }

    /** The explanation for people; empty if there is none. */
    public String detail() {
        return problem.path("detail").asText("");
    }

    /** The request field that the problem names; empty if it names none. */
    public String field() {
        return problem.path("field").asText("");
    }

    public JsonNode problem() {
        return problem;
    }
}
