package coop.parasol.membership.treasury.payout;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Members' parts of settled pools, over REST. */
@Path("/payouts")
@Tag(name = "Payouts")
public class PayoutResource {

    private final FirmCurrency currency;
    private final Caller caller;

    PayoutResource(FirmCurrency currency, Caller caller) {
        this.currency = currency;
        this.caller = caller;
    }

    /**
     * A member's part of a pool.
     *
     * @param setOff of the amount, what has settled a claim of the firm; only the remainder is paid
     * @param bankReference absent until it is paid
     */
    public record View(
            UUID payoutId,
            UUID memberId,
            UUID settlementId,
            Money amount,
            Money setOff,
            Instant statedAt,
            @Nullable String bankReference,
            @Nullable Instant paidAt,
            @Nullable String paidBy) {

        static View of(Payout payout, FirmCurrency currency) {
            return new View(
                    payout.id,
                    payout.memberId,
                    payout.settlementId,
                    currency.money(payout.amount),
                    currency.money(payout.setOff),
                    payout.statedAt,
                    payout.bankReference,
                    payout.paidAt,
                    payout.paidBy);
        }
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "List members' parts of settled pools, paid and to be paid; a producer sees its own")
    public Page<View> list(@BeanParam @Valid PageQuery query) {
        return query.byId(this::payouts, payout -> payout.id).map(payout -> View.of(payout, currency));
    }

    private List<Payout> payouts(UUID after, int maxRows) {
        return (caller.has("treasurer")
                        ? Payout.<Payout>find("id > ?1 order by id", after)
                        : Payout.<Payout>find("memberId = ?1 and id > ?2 order by id", caller.member(), after))
                .range(0, maxRows - 1)
                .list();
    }
}
