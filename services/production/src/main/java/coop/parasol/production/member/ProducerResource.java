package coop.parasol.production.member;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: producers by name, for those who offer or hand over a part of a commitment to some of them. */
@Path("/producers")
@Tag(name = "Sharing")
public class ProducerResource {

    private final MemberNames names;

    ProducerResource(MemberNames names) {
        this.names = names;
    }

    /** An active member by the name that it goes by. */
    public record ProducerView(UUID memberId, String name) {}

    @GET
    @RolesAllowed("producer")
    @Transactional
    @Operation(
            operationId = "findProducers",
            summary = "Find active members by name, to offer them a part of a commitment")
    public Page<ProducerView> find(
            @Parameter(description = "only those whose name contains it, in capitals or not")
                    @QueryParam("q")
                    @Size(max = 100) @Nullable String text,
            @BeanParam @Valid PageQuery query) {
        String part = text == null ? "" : text.strip();
        return query.byId((after, maxRows) -> names.find(part, after, maxRows), MemberNames.Named::id)
                .map(member -> new ProducerView(member.id(), member.name()));
    }
}
