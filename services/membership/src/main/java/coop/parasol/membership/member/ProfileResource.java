package coop.parasol.membership.member;

import coop.parasol.contracts.MembershipEvent.MemberMoved;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.firm.Iban;
import coop.parasol.membership.treasury.account.MalformedIban;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.Caller;
import coop.parasol.web.Compact;
import coop.parasol.web.ETags;
import coop.parasol.web.OwnerOnly;
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

/** A member's own address and bank account, which it changes itself. */
@Path("/members/{memberId}")
@Tag(name = "Members")
@RolesAllowed("producer")
public class ProfileResource {

    private final BankAccount bankAccount;
    private final BuyInPrice buyInPrice;
    private final FirmCurrency currency;
    private final Caller caller;
    private final Outbox outbox;

    ProfileResource(
            BankAccount bankAccount, BuyInPrice buyInPrice, FirmCurrency currency, Caller caller, Outbox outbox) {
        this.bankAccount = bankAccount;
        this.buyInPrice = buyInPrice;
        this.currency = currency;
        this.caller = caller;
        this.outbox = outbox;
    }

    /** Where the member is paid from now on; what is in a payment run already goes where the run says. */
    public record NewBankAccount(
            @NotBlank @Compact @Size(max = 50) String iban) {}

    @PUT
    @Path("/address")
    @OwnerOnly
    @Transactional
    @Operation(summary = "Change a member's postal address, which is printed on its documents")
    public Response changeAddress(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Address address) {
        Member member = own(memberId, ifMatch);
        String town = member.city;
        address.applyTo(member);
        Member.flush();
        if (member.admittedAt != null && !address.city().strip().equals(town)) {
            outbox.append(new MemberMoved(memberId, address.city().strip()), Cause.of(caller.actor()));
        }
        return answer(member);
    }

    @PUT
    @Path("/bank-account")
    @OwnerOnly
    @Transactional
    @Operation(summary = "Change the account that a member is paid into; the change is recorded")
    public Response changeBankAccount(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewBankAccount account) {
        Member member = own(memberId, ifMatch);
        String iban = Iban.normalize(account.iban()).orElseThrow(() -> Problem.of(MalformedIban.in("iban")));
        bankAccount.change(member, iban, caller.actor());
        return answer(member);
    }

    private Member own(UUID memberId, @Nullable String ifMatch) {
        caller.requireMember(memberId);
        Member member = Member.lock(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
        ETags.requireMatch(ifMatch, member.version);
        return member;
    }

    private Response answer(Member member) {
        return Response.ok(MemberView.of(member, currency, buyInPrice.buyInPrice()))
                .tag(ETags.of(member.version))
                .build();
    }
}
