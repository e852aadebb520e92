package coop.parasol.membership.member;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortPlace;
import coop.parasol.web.SortQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of members: the register's view, and a member's own. */
@Path("/members")
@Tag(name = "Members")
public class MemberResource {

    private static final String[] DESKS = {"registrar", "treasurer"};

    private static final SortKeys<Member> SORT = SortKeys.<Member>oldestFirst("id", member -> member.id)
            .byTime("appliedAt")
            .byText("name", "name", member -> member.name)
            .byText("registrationNumber", "registrationNumber", member -> member.registrationNumber);

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
    @Operation(
            summary = "List who belongs to the firm, has applied or has left, sorted by appliedAt, name or"
                    + " registrationNumber; a producer sees itself")
    public Page<MemberView> list(
            @BeanParam @Valid PageQuery query,
            @BeanParam @Valid SortQuery sort,
            @Parameter(description = "only those in this state") @QueryParam("state") @Nullable MemberState state,
            @Parameter(description = "only those whose name or registration number contains it")
                    @QueryParam("q")
                    @Size(max = 100) @Nullable String text) {
        Page<Member> page = SORT.page(query, sort, (place, maxRows) -> read(place, maxRows, state, text));
        Money price = buyInPrice.buyInPrice();
        return page.map(member -> MemberView.of(member, currency, price));
    }

    private List<Member> read(SortPlace place, int maxRows, @Nullable MemberState state, @Nullable String text) {
        StringBuilder where = new StringBuilder(place.condition());
        Map<String, Object> parameters = new HashMap<>(place.values());
        if (!caller.hasAny(DESKS)) {
            where.append(" and id = :member");
            parameters.put("member", caller.member());
        }
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state);
        }
        if (text != null && !text.isBlank()) {
            where.append(" and (locate(:text, lower(name)) > 0 or locate(:text, lower(registrationNumber)) > 0)");
            parameters.put("text", text.strip().toLowerCase(Locale.ROOT));
        }
        return Member.<Member>find(where + " order by " + place.order(), parameters)
                .range(0, maxRows - 1)
                .list();
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
