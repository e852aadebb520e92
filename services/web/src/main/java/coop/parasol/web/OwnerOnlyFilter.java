package coop.parasol.web;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses accounts of a member's colleagues what is {@link OwnerOnly}, before anything of the call is read. */
public class OwnerOnlyFilter {

    private final Caller caller;

    OwnerOnlyFilter(Caller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION - 1)
    public @Nullable Response refuse(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method == null || !method.isAnnotationPresent(OwnerOnly.class) || !caller.isColleague()) {
            return null;
        }
        return ProblemMappers.answer(Problem.forbidden(
                "own-account-only", "The member decides this by its own account, not by that of a colleague."));
    }
}
