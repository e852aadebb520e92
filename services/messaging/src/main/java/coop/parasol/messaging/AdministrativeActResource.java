package coop.parasol.messaging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What administrators have done to the running of this service, for the administrator: who, when and what. */
@Path("/administrative-acts")
@RolesAllowed("administrator")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administrative acts")
public class AdministrativeActResource {

    private static final int MAX_PAGE_SIZE = 200;

    private final AdministrativeActs acts;

    AdministrativeActResource(AdministrativeActs acts) {
        this.acts = acts;
    }

    /** @param next the cursor {@code after} of the next page; null on the last */
    public record Acts(
            List<AdministrativeAct> items, @Nullable String next) {}

    @GET
    @Operation(summary = "List what administrators and operators have done to the running of the service, latest first")
    public Acts list(
            @QueryParam("act") @Nullable AdministrativeActKind act,
            @QueryParam("from") @Parameter(description = "Only what was done at this moment or later") @Nullable Instant from,
            @QueryParam("until") @Parameter(description = "Only what was done before this moment") @Nullable Instant until,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MAX_PAGE_SIZE) {
            throw new BadRequestException("limit must be 1 to " + MAX_PAGE_SIZE);
        }
        List<AdministrativeAct> found =
                acts.list(new AdministrativeActs.Filter(act, from, until), cursor(after), limit + 1);
        List<AdministrativeAct> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Acts(
                page, found.size() > limit ? Long.toString(page.getLast().number()) : null);
    }

    private static long cursor(@Nullable String after) {
        try {
            return after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new BadRequestException("after must be the next of a page", e);
        }
    }
}
