package coop.parasol.quality.directory;

import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: producers by name, for those who decide about one and know what it is called. */
@Path("/producers")
@Tag(name = "Producers")
public class ProducerResource {

    private final ProducerNames names;

    ProducerResource(ProducerNames names) {
        this.names = names;
    }

    @GET
    @RolesAllowed("quality-desk")
    @Transactional
    @Operation(
            operationId = "findProducers",
            summary = "Find producers by name, those who have left as well, since their goods may be recalled")
    public Page<ProducerNames.Named> find(
            @Parameter(description = "only those whose name contains it, in capitals or not, or whose id it is")
                    @QueryParam("q")
                    @Size(max = 200) @Nullable String text,
            @BeanParam @Valid PageQuery query) {
        String part = text == null ? "" : text.strip();
        return query.byId((after, maxRows) -> names.find(part, after, maxRows), ProducerNames.Named::memberId);
    }
}
