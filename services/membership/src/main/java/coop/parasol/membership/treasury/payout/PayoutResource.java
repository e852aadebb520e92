package coop.parasol.membership.treasury.payout;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
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

/** What pools have paid and will pay. */
@Path("/payouts")
@Tag(name = "Payouts")
public class PayoutResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final Firm firm;
    private final Caller caller;

    PayoutResource(Firm firm, Caller caller) {
        this.firm = firm;
        this.caller = caller;
    }

    /**
     * A member's part of a pool.
     *
     * @param bankReference absent until it is paid
     */
    public record View(
            UUID payoutId,
            UUID memberId,
            @Nullable UUID poolId,
            Money amount,
            Instant statedAt,
            @Nullable String bankReference,
            @Nullable Instant paidAt,
            @Nullable String paidBy) {

        static View of(Payout payout, Firm firm) {
            return new View(
                    payout.id,
                    payout.memberId,
                    payout.poolId,
                    firm.money(payout.amount),
                    payout.statedAt,
                    payout.bankReference,
                    payout.paidAt,
                    payout.paidBy);
        }
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "Members' parts of settled pools, paid and to be paid; a producer sees its own")
    public Page<View> list(@BeanParam @Valid PageQuery query) {
        UUID after = query.afterId().orElse(FIRST);
        List<Payout> fetched = caller.has("treasurer")
                ? Payout.<Payout>find("id > ?1 order by id", after)
                        .range(0, query.limit)
                        .list()
                : Payout.<Payout>find("memberId = ?1 and id > ?2 order by id", caller.member(), after)
                        .range(0, query.limit)
                        .list();
        return Page.of(fetched, query.limit, payout -> payout.id.toString()).map(payout -> View.of(payout, firm));
    }
}
