package coop.parasol.quality.auditor;

import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of auditors, whom the quality desk registers. */
@Path("/auditors")
@Tag(name = "Auditors")
public class AuditorResource {

    private static final int PRECONDITION_FAILED = 412;

    private final Caller caller;

    AuditorResource(Caller caller) {
        this.caller = caller;
    }

    /** @param interests members whose batches the auditor may not inspect */
    public record Registration(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 1000) List<@NotNull UUID> interests) {

        boolean says(Auditor auditor) {
            return name.equals(auditor.name) && new HashSet<>(interests).equals(new HashSet<>(auditor.interests));
        }
    }

    /** An auditor, with the members whose batches it may not inspect. */
    public record View(UUID auditorId, String name, List<UUID> interests) {
        static View of(Auditor auditor) {
            return new View(
                    auditor.id,
                    auditor.name,
                    auditor.interests.stream().sorted().toList());
        }
    }

    @PUT
    @Path("/{auditorId}")
    @RolesAllowed("quality-desk")
    @Transactional
    @Operation(
            summary =
                    "Register an auditor, with `If-None-Match: *` only under a number that nobody has, or change its name"
                            + " and interests")
    public Response register(
            @PathParam("auditorId") UUID auditorId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Valid @NotNull Registration registration) {
        Auditor known = Auditor.findById(auditorId, LockModeType.PESSIMISTIC_WRITE);
        boolean isNew = "*".equals(ifNoneMatch);
        if (isNew && known != null) {
            if (registration.says(known)) {
                return answer(Response.ok(), known); // sent twice
            }
            throw Problem.of(
                    PRECONDITION_FAILED,
                    "already-registered",
                    "auditorId",
                    "An auditor is registered under this number: change that one instead.");
        }
        Auditor auditor = known == null ? new Auditor() : known;
        if (!isNew) {
            ETags.requireMatch(ifMatch, auditor.version);
        }
        auditor.id = auditorId;
        auditor.name = registration.name();
        auditor.interests.clear();
        auditor.interests.addAll(registration.interests());
        auditor.persistAndFlush();
        return answer(known == null ? Response.created(URI.create("/auditors/" + auditorId)) : Response.ok(), auditor);
    }

    private static Response answer(Response.ResponseBuilder answer, Auditor auditor) {
        return answer.entity(View.of(auditor)).tag(ETags.of(auditor.version)).build();
    }

    @GET
    @RolesAllowed("quality-desk")
    @Transactional
    @Operation(summary = "List all auditors, by id")
    public Page<View> list(@BeanParam @Valid PageQuery query) {
        return query.byId(Auditor::byId, auditor -> auditor.id).map(View::of);
    }

    @GET
    @Path("/{auditorId}")
    @RolesAllowed({"quality-desk", "auditor"})
    @Transactional
    @Operation(summary = "Show an auditor and its interests; an auditor sees only itself")
    public Response get(@PathParam("auditorId") UUID auditorId) {
        if (!caller.has("quality-desk") && !caller.auditor().equals(auditorId)) {
            throw Caller.notYours();
        }
        Auditor auditor =
                Auditor.<Auditor>findByIdOptional(auditorId).orElseThrow(() -> Problem.notFound("auditor", auditorId));
        return answer(Response.ok(), auditor);
    }
}
