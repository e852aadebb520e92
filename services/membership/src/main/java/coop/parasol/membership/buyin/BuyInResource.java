package coop.parasol.membership.buyin;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.buyin.rules.BuyInPlan;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.member.Address;
import coop.parasol.membership.member.BuyInPrice;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.MemberView;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.treasury.account.FirmBankAccount;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.valueextraction.Unwrapping;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The price of a member's share over REST: its invoice, and the money that comes in. */
@Path("/members/{memberId}")
@Tag(name = "Members")
public class BuyInResource {

    private static final String[] DESKS = {"registrar", "treasurer"};

    private final PayBuyIn payBuyIn;
    private final BuyIns buyIns;
    private final BylawsInForce bylawsInForce;
    private final FirmBankAccount firmBankAccount;
    private final BuyInPrice buyInPrice;
    private final FirmCurrency currency;
    private final Caller caller;

    BuyInResource(
            PayBuyIn payBuyIn,
            BuyIns buyIns,
            BylawsInForce bylawsInForce,
            FirmBankAccount firmBankAccount,
            BuyInPrice buyInPrice,
            FirmCurrency currency,
            Caller caller) {
        this.payBuyIn = payBuyIn;
        this.buyIns = buyIns;
        this.bylawsInForce = bylawsInForce;
        this.firmBankAccount = firmBankAccount;
        this.buyInPrice = buyInPrice;
        this.currency = currency;
        this.caller = caller;
    }

    /** Money that came in for a share. */
    public record BuyIn(
            @NotNull Money amount,

            @NotNull(payload = Unwrapping.Skip.class) @Size(max = 100) Identifier bankReference) {}

    /**
     * What a firm is asked to pay for its share.
     *
     * @param number also what it writes on the transfer
     * @param price the value of a share: today's until the first money has come in, then what was paid
     * @param instalments in which it may pay, or pays
     * @param payTo the firm's account
     */
    public record Invoice(
            String number,
            LocalDate issuedOn,
            UUID memberId,
            String name,
            String registrationNumber,
            @Nullable Address address,
            Money price,
            Money outstanding,
            List<Part> instalments,
            FirmBankAccount.Account payTo) {}

    /**
     * A part of the price.
     *
     * @param dueOn absent until the first one is paid
     * @param setOff of the amount, what was settled by the member's equity when it left; absent for nothing
     */
    public record Part(
            int number,
            Money amount,
            @Nullable LocalDate dueOn,
            @Nullable Instant paidAt,
            @Nullable Money setOff) {

        private Money outstanding() {
            return paidAt != null ? Money.zero(amount.currency()) : setOff == null ? amount : amount.minus(setOff);
        }
    }

    @GET
    @Path("/buy-in-invoice")
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(
            operationId = "getBuyInInvoice",
            summary = "Show the invoice for a member's share; a producer sees its own")
    public Invoice invoice(@PathParam("memberId") UUID memberId) {
        caller.requireMemberOr(memberId, DESKS);
        Member member = Member.<Member>findByIdOptional(memberId).orElseThrow(() -> unknown(memberId));
        BuyIns.Invoice invoice =
                buyIns.findInvoice(memberId).orElseThrow(() -> Problem.notFound("invoice of member", memberId));
        boolean unpaid = member.state == MemberState.ADMITTED;
        Money price = unpaid || member.buyInDue == null ? buyInPrice.buyInPrice() : currency.money(member.buyInDue);
        List<Part> parts = unpaid ? offeredInstalments(price) : agreedInstalments(memberId);
        Money outstanding = parts.stream().map(Part::outstanding).reduce(currency.money(0), Money::plus);
        return new Invoice(
                "BUYIN-%06d".formatted(invoice.number()),
                invoice.issuedOn(),
                memberId,
                member.name,
                member.registrationNumber,
                Address.of(member),
                price,
                outstanding,
                parts,
                firmBankAccount.get());
    }

    @POST
    @Path("/buy-in")
    @RolesAllowed("treasurer")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "payBuyIn",
            summary = "Enter the price of a share, or a part of it, once for each bank reference; the first issues the"
                    + " share at its value of this moment")
    public Response buyIn(@PathParam("memberId") UUID memberId, @Valid @NotNull BuyIn buyIn) {
        return switch (payBuyIn.pay(
                memberId, buyIn.amount(), buyIn.bankReference().written(), Cause.of(caller.actor()))) {
            case PayBuyIn.Paid paid ->
                Response.ok(MemberView.of(paid.member(), currency, buyInPrice.buyInPrice()))
                        .build();
            case PayBuyIn.UnknownMember unknown -> throw unknown(memberId);
            case PayBuyIn.WrongCurrency wrong ->
                throw Problem.invalid(
                        "amount.currency", "wrong-currency", "The firm's currency is " + wrong.expected() + ".");
            case PayBuyIn.NotAdmitted not ->
                throw Problem.refused("not-admitted", "The member is " + not.state() + ".");
            case PayBuyIn.ShareWorthless worthless ->
                throw Problem.refused("share-worthless", "A share is worth nothing now; members have to decide first.");
            case PayBuyIn.ValueChanged changed ->
                throw Problem.refused("share-value-changed", "A share is worth " + changed.value() + " now.");
            case PayBuyIn.ReferenceUsed used ->
                throw Problem.refused(
                        "reference-used",
                        "Another buy-in is entered under this bank reference; a transfer counts once.");
            case PayBuyIn.WrongAmount wrong ->
                throw Problem.invalid(
                        "amount",
                        "wrong-amount",
                        wrong.amounts().stream().distinct().map(Money::toString).collect(Collectors.joining(" or "))
                                + ", not more and not less.");
        };
    }

    private List<Part> offeredInstalments(Money price) {
        Bylaws bylaws = bylawsInForce.now();
        if (!price.isPositive()) {
            return List.of();
        }
        List<Long> amounts = BuyInPlan.parts(price.minor(), bylaws.buyInInstalments());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            parts.add(new Part(i + 1, currency.money(amounts.get(i)), null, null, null));
        }
        return parts;
    }

    private List<Part> agreedInstalments(UUID memberId) {
        return buyIns.instalments(memberId).stream()
                .map(part -> new Part(
                        part.number(),
                        currency.money(part.amount()),
                        part.dueOn(),
                        part.paidAt(),
                        part.setOff() == 0 ? null : currency.money(part.setOff())))
                .toList();
    }

    private static Problem unknown(UUID memberId) {
        return Problem.notFound("member", memberId);
    }
}
