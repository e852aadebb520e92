package coop.parasol.web;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** {@code ?sort=dueOn}, or the other way round {@code ?sort=-dueOn}. Use as {@code @BeanParam @Valid} beside {@link PageQuery}. */
public class SortQuery {

    @QueryParam("sort")
    @Parameter(
            description =
                    "by which field the list is ordered, of those that the summary names; with - before it the other"
                            + " way round. A cursor is for the order in which it was given",
            example = "-dueOn")
    @Size(max = 50) public @Nullable String sort;
}
