package coop.parasol.membership.member;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST resource of members: the register's view, and a member's own. */
@Path("/members")
@Tag(name = "Members")
public class MemberResource {

    private static final String[] DESKS = {"registrar", "treasurer"};

    private final BuyInPrice buyInPrice;
    private final FirmCurrency currency;
    private final Caller caller;

    MemberResource(BuyInPrice buyInPrice, FirmCurrency currency, Caller caller) {
        this.buyInPrice = buyInPrice;
        this.currency = currency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "List who belongs to the firm, has applied or has left; a producer sees itself")
    public Page<MemberView> list(@BeanParam @Valid PageQuery query) {
        Page<Member> page = query.byId((after, maxRows) -> read(after, maxRows), member -> member.id);
        Money price = buyInPrice.buyInPrice();
        return page.map(member -> MemberView.of(member, currency, price));
    }

    private List<Member> read(UUID after, int maxRows) {
        return caller.hasAny(DESKS)
                ? Member.<Member>find("id > ?1 order by id", after)
                        .range(0, maxRows - 1)
                        .list()
                : Member.list("id = ?1 and id > ?2", caller.member(), after);
    }

    @GET
    @Path("/{memberId}")
    @RolesAllowed({"registrar", "treasurer", "producer"})
    @Transactional
    @Operation(summary = "Show a member; a producer sees itself")
    public Response get(@PathParam("memberId") UUID memberId) {
        caller.requireMemberOr(memberId, DESKS);
        Member member =
                Member.<Member>findByIdOptional(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
        return Response.ok(MemberView.of(member, currency, buyInPrice.buyInPrice()))
                .tag(ETags.of(member.version))
                .build();
    }
}
