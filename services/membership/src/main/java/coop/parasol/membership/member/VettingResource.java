package coop.parasol.membership.member;

import coop.parasol.membership.Firm;
import coop.parasol.messaging.Ids;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;

/** What the registrar finds out about an applicant; the decision rests on it, so it is kept as it was written. */
@Path("/members/{memberId}/vetting-notes")
@Tag(name = "Members")
@RolesAllowed("registrar")
public class VettingResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final Session database;
    private final Firm firm;
    private final Caller caller;

    VettingResource(Session database, Firm firm, Caller caller) {
        this.database = database;
        this.firm = firm;
        this.caller = caller;
    }

    /** Something found out. */
    public record Finding(@NotBlank @Size(max = 5_000) String note) {}

    /** A note as it stands. */
    public record Note(UUID noteId, UUID memberId, String note, String writtenBy, Instant writtenAt) {}

    @POST
    @Idempotent
    @Transactional
    @Operation(summary = "Write down what was found out about a firm")
    public Response add(@PathParam("memberId") UUID memberId, @Valid @NotNull Finding finding) {
        require(memberId);
        Note note = new Note(Ids.next(), memberId, finding.note(), caller.actor(), firm.now());
        database.createNativeMutationQuery(
                        "insert into vetting_note (id, member_id, note, written_by, written_at) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, note.noteId())
                .setParameter(2, memberId)
                .setParameter(3, note.note())
                .setParameter(4, note.writtenBy())
                .setParameter(5, note.writtenAt())
                .executeUpdate();
        return Response.created(URI.create("/members/" + memberId + "/vetting-notes"))
                .entity(note)
                .build();
    }

    @GET
    @Transactional
    @Operation(summary = "What was found out about a firm, oldest first")
    public Page<Note> list(@PathParam("memberId") UUID memberId, @BeanParam @Valid PageQuery query) {
        require(memberId);
        List<Note> notes = database
                .createNativeQuery(
                        "select id, note, written_by, written_at from vetting_note where member_id = ?1 and id > ?2"
                                + " order by id limit ?3",
                        Object[].class)
                .setParameter(1, memberId)
                .setParameter(2, query.afterId().orElse(FIRST))
                .setParameter(3, query.fetch())
                .getResultList()
                .stream()
                .map(row -> new Note((UUID) row[0], memberId, (String) row[1], (String) row[2], (Instant) row[3]))
                .toList();
        return Page.of(notes, query.limit, note -> note.noteId().toString());
    }

    private static void require(UUID memberId) {
        if (Member.count("id", memberId) == 0) {
            throw Problem.notFound("member", memberId);
        }
    }
}
