package coop.parasol.membership.admission;

import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.MemberRegister;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Multiline;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of the registrar's findings about applicants. */
@Path("/members/{memberId}/vetting-notes")
@Tag(name = "Members")
@RolesAllowed("registrar")
public class VettingNoteResource {

    private final VettingNotes notes;
    private final TakeUpApplication takeUpApplication;
    private final MemberRegister members;
    private final Caller caller;

    VettingNoteResource(
            VettingNotes notes, TakeUpApplication takeUpApplication, MemberRegister members, Caller caller) {
        this.notes = notes;
        this.takeUpApplication = takeUpApplication;
        this.members = members;
        this.caller = caller;
    }

    /** What the registrar has found out about an applicant, and when. */
    public record Finding(
            @NotBlank @Size(max = 5_000) @Multiline String note) {}

    /**
     * A finding as it is kept.
     *
     * @param note absent once it was erased
     */
    public record Note(UUID noteId, UUID memberId, @Nullable String note, String writtenBy, Instant writtenAt) {
        static Note of(VettingNotes.Note note) {
            return new Note(note.noteId(), note.memberId(), note.note(), note.writtenBy(), note.writtenAt());
        }
    }

    @POST
    @Idempotent
    @Transactional
    @Operation(summary = "Write down what was found out about a firm")
    public Response add(@PathParam("memberId") UUID memberId, @Valid @NotNull Finding finding) {
        Member member = Member.lock(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
        takeUpApplication.takeUp(member, Cause.of(caller.actor()));
        return Response.created(URI.create("/members/" + memberId + "/vetting-notes"))
                .entity(Note.of(notes.add(memberId, finding.note(), caller.actor())))
                .build();
    }

    @GET
    @Transactional
    @Operation(summary = "List what was found out about a firm, oldest first")
    public Page<Note> list(@PathParam("memberId") UUID memberId, @BeanParam @Valid PageQuery query) {
        requireMember(memberId);
        return query.byId((after, maxRows) -> notes.list(memberId, after, maxRows), VettingNotes.Note::noteId)
                .map(Note::of);
    }

    private void requireMember(UUID memberId) {
        if (!members.exists(memberId)) {
            throw Problem.notFound("member", memberId);
        }
    }
}
