package coop.parasol.membership.member;

import coop.parasol.contracts.MembershipEvent.MemberMoved;
import coop.parasol.membership.Firm;
import coop.parasol.membership.share.Share;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a member says about itself, and changes when it likes. */
@Path("/members/{memberId}")
@Tag(name = "Members")
@RolesAllowed("producer")
public class ProfileResource {

    private final BankAccount bankAccount;
    private final Share share;
    private final Firm firm;
    private final Caller caller;
    private final Outbox outbox;

    ProfileResource(BankAccount bankAccount, Share share, Firm firm, Caller caller, Outbox outbox) {
        this.bankAccount = bankAccount;
        this.share = share;
        this.firm = firm;
        this.caller = caller;
        this.outbox = outbox;
    }

    /** Where it is paid from now on; what is in a payment run already goes where the run says. */
    public record Account(@NotBlank @Size(max = 50) String iban) {}

    @PUT
    @Path("/address")
    @Transactional
    @Operation(summary = "A member has moved")
    public Response move(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Address address) {
        Member member = own(memberId, ifMatch);
        String town = member.city;
        address.enter(member);
        Member.flush();
        if (member.admittedAt != null && !address.city().strip().equals(town)) {
            outbox.append(new MemberMoved(memberId, address.city().strip()), Cause.of(caller.actor()));
        }
        return answer(member);
    }

    @PUT
    @Path("/bank-account")
    @Transactional
    @Operation(summary = "A member is paid into another account; the change is recorded")
    public Response changeAccount(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Account account) {
        Member member = own(memberId, ifMatch);
        bankAccount.change(member, BankAccount.read("iban", account.iban()), caller.actor());
        return answer(member);
    }

    private Member own(UUID memberId, @Nullable String ifMatch) {
        caller.requireMember(memberId);
        Member member = Member.lock(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
        ETags.requireMatch(ifMatch, member.version);
        return member;
    }

    private Response answer(Member member) {
        return Response.ok(MemberView.of(member, firm, share.now().shareValue()))
                .tag(ETags.of(member.version))
                .build();
    }
}
