package coop.parasol.membership.erasure;

import coop.parasol.membership.erasure.rules.ErasureRules;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Erasing what is personal of a firm that has left, over REST. */
@Path("/members/{memberId}/erasure")
@Tag(name = "Members")
@RolesAllowed("registrar")
public class ErasureResource {

    private final ErasePerson erasePerson;
    private final Caller caller;

    ErasureResource(ErasePerson erasePerson, Caller caller) {
        this.erasePerson = erasePerson;
        this.caller = caller;
    }

    /** @param rows in how many rows it stood */
    public record Erased(String what, int rows) {}

    /**
     * What of a member is erased, and what is kept.
     *
     * @param erasedAt when it was first erased; absent while it is not
     * @param erased what this call has erased
     * @param erasable what is erased at once
     * @param kept what the law makes the firm keep: books and what they rest on
     * @param keptUntil the last day on which that is kept; ask again after it. Absent where nothing is kept
     * @param objection why nothing can be erased now; absent if it can
     */
    public record View(
            UUID memberId,
            @Nullable Instant erasedAt,
            List<Erased> erased,
            List<String> erasable,
            List<String> kept,
            @Nullable LocalDate keptUntil,
            ErasureRules.@Nullable Objection objection) {

        static View of(ErasePerson.Report report) {
            return new View(
                    report.memberId(),
                    report.erasedAt(),
                    report.erased().stream()
                            .map(part -> new Erased(part.what(), part.rows()))
                            .toList(),
                    report.erasable(),
                    report.kept(),
                    report.keptUntil(),
                    report.objection());
        }
    }

    @GET
    @Transactional
    @Operation(summary = "Show what of a member would be erased, and what the law makes the firm keep until when")
    public View preview(@PathParam("memberId") UUID memberId) {
        return erasePerson.preview(memberId).map(View::of).orElseThrow(() -> Problem.notFound("member", memberId));
    }

    @POST
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Erase what is personal of a member that has left or was refused, in every service; it cannot be undone")
    public View erase(@PathParam("memberId") UUID memberId) {
        return switch (erasePerson.erase(memberId, Cause.of(caller.actor()))) {
            case ErasePerson.Done done -> View.of(done.report());
            case ErasePerson.Refused refused -> throw Problem.of(refused.reason());
        };
    }
}
