package coop.parasol.membership.payout;

import coop.parasol.border.Caller;
import coop.parasol.border.Page;
import coop.parasol.border.PageQuery;
import coop.parasol.membership.Firm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was paid out. */
@Path("/payouts")
@Tag(name = "Payouts")
public class PayoutListResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final Firm firm;
    private final Caller caller;

    PayoutListResource(Firm firm, Caller caller) {
        this.firm = firm;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "What was paid out; a producer sees its own")
    public Page<PayoutResource.View> list(@BeanParam @Valid PageQuery query) {
        UUID after = query.afterId().orElse(FIRST);
        List<Payout> fetched = caller.has("treasurer")
                ? Payout.<Payout>find("id > ?1 order by id", after)
                        .range(0, query.limit)
                        .list()
                : Payout.<Payout>find("memberId = ?1 and id > ?2 order by id", caller.member(), after)
                        .range(0, query.limit)
                        .list();
        return Page.of(fetched, query.limit, payout -> payout.id.toString())
                .map(payout -> PayoutResource.View.of(payout, firm));
    }
}
