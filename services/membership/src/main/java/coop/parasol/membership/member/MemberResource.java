package coop.parasol.membership.member;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.share.Share;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Members at the border. */
@Path("/members")
@Tag(name = "Members")
public class MemberResource {

    private static final String[] DESKS = {"registrar", "treasurer"};
    private static final UUID FIRST = new UUID(0, 0);

    private final Admission admission;
    private final Share share;
    private final Firm firm;
    private final Caller caller;

    MemberResource(Admission admission, Share share, Firm firm, Caller caller) {
        this.admission = admission;
        this.share = share;
        this.firm = firm;
        this.caller = caller;
    }

    /** Why a firm is not admitted. */
    public record Refusal(@NotBlank @Size(max = 2000) String reason) {}

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "Who belongs to the firm, or has asked to; a producer sees itself")
    public Page<MemberView> list(@BeanParam @Valid PageQuery query) {
        UUID after = query.afterId().orElse(FIRST);
        List<Member> fetched = caller.hasAny(DESKS)
                ? Member.<Member>find("id > ?1 order by id", after)
                        .range(0, query.limit)
                        .list()
                : Member.list("id = ?1 and id > ?2", caller.member(), after);
        Money value = share.now().shareValue();
        return Page.of(fetched, query.limit, member -> member.id.toString())
                .map(member -> MemberView.of(member, firm, value));
    }

    @GET
    @Path("/{memberId}")
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "One member; a producer sees itself")
    public Response get(@PathParam("memberId") UUID memberId) {
        caller.requireMemberOr(memberId, DESKS);
        Member member = Member.<Member>findByIdOptional(memberId).orElseThrow(() -> unknown(memberId));
        return Response.ok(view(member)).tag(ETags.of(member.version)).build();
    }

    @POST
    @Path("/{memberId}/admission")
    @RolesAllowed("registrar")
    @Idempotent
    @Transactional
    @Operation(summary = "Admit a firm; its share is issued when its price has come in")
    public Response admit(@PathParam("memberId") UUID memberId) {
        Member member = applied(memberId);
        requireNoVote();
        return switch (admission.admit(member, Cause.of(caller.actor()))) {
            case Admission.Admitted admitted -> Response.ok(view(member)).build();
            case Admission.EmailTaken taken ->
                throw Problem.refused("email-taken", "Another member has an account with this e-mail address.");
            case Admission.Worthless none ->
                throw Problem.refused("share-worthless", "A share is worth nothing now; members have to decide first.");
        };
    }

    @POST
    @Path("/{memberId}/refusal")
    @RolesAllowed("registrar")
    @Idempotent
    @Transactional
    @Operation(summary = "Refuse an application; the firm may apply again")
    public Response refuse(@PathParam("memberId") UUID memberId, @Valid @NotNull Refusal refusal) {
        Member member = applied(memberId);
        requireNoVote();
        admission.refuse(member, refusal.reason(), Cause.of(caller.actor()));
        return Response.ok(view(member)).build();
    }

    private void requireNoVote() {
        if (admission.needsVote()) {
            throw Problem.refused(
                    "vote-needed",
                    "By the bylaws the members decide: open a vote with POST /proposals, kind ADMISSION.");
        }
    }

    private static Member applied(UUID memberId) {
        Member member = Member.lock(memberId).orElseThrow(() -> unknown(memberId));
        if (member.state != MemberState.APPLIED) {
            throw Problem.refused("not-applied", "The member is " + member.state + ".");
        }
        return member;
    }

    private MemberView view(Member member) {
        return MemberView.of(member, firm, share.now().shareValue());
    }

    private static Problem unknown(UUID memberId) {
        return Problem.notFound("member", memberId);
    }
}
