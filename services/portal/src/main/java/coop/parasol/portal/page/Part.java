package coop.parasol.portal.page;

import coop.parasol.portal.client.ServiceProblem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of one service: its answer, or why there is none. A service that is down costs its part of the page and not
 * the page.
 */
public record Part<T>(@Nullable T answer, ServiceProblem.@Nullable Document problem) {

    public boolean isLoaded() {
        return answer != null;
    }

    /**
     * The answer.
     *
     * @throws NullPointerException if there is none
     */
    public T value() {
        return Objects.requireNonNull(answer);
    }

    /** Why there is none, in a sentence; empty if there is one. */
    public String sentence() {
        return problem == null ? "" : ProblemSentences.of(problem.code(), problem.detail());
    }

    /**
     * The answer, without which the page makes no sense.
     *
     * @throws ServiceProblem if there is none
     */
    public T required() {
        if (problem != null) {
            throw new ServiceProblem(problem);
        }
        return value();
    }
}
