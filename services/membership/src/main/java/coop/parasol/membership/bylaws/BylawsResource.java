package coop.parasol.membership.bylaws;

import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bylaws over REST; they are changed by a proposal only. */
@Path("/bylaws")
@Tag(name = "Governance")
@Authenticated
public class BylawsResource {

    private final BylawsInForce bylaws;

    BylawsResource(BylawsInForce bylaws) {
        this.bylaws = bylaws;
    }

    @GET
    @Transactional
    @Operation(operationId = "getBylaws", summary = "Show the bylaws in force, with every parameter")
    public BylawsInForce.Version now() {
        return bylaws.versions(Integer.MAX_VALUE, 1).getFirst();
    }

    @GET
    @Path("/versions")
    @Transactional
    @Operation(operationId = "listBylawsVersions", summary = "List all versions of the bylaws, newest first")
    public Page<BylawsInForce.Version> versions(@BeanParam @Valid PageQuery query) {
        return query.highestFirst(
                (before, maxRows) -> bylaws.versions(Math.clamp(before, 0, Integer.MAX_VALUE), maxRows),
                BylawsInForce.Version::version);
    }

    @GET
    @Path("/versions/{version}")
    @Transactional
    @Operation(operationId = "getBylawsVersion", summary = "Show a version of the bylaws, with every parameter")
    public BylawsInForce.Version version(@PathParam("version") int version) {
        return bylaws.version(version).orElseThrow(() -> Problem.notFound("version of the bylaws", version));
    }
}
