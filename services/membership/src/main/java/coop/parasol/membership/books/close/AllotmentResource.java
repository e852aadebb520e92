package coop.parasol.membership.books.close;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.BooksAccess;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;

/** What a close has brought each member. */
@Path("/periods/{periodId}/allotments")
@Tag(name = "Periods")
public class AllotmentResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final BooksAccess openBooks;
    private final Firm firm;
    private final Session database;

    AllotmentResource(BooksAccess openBooks, Firm firm, Session database) {
        this.openBooks = openBooks;
        this.firm = firm;
        this.database = database;
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "What a close has brought each member; a member sees its own")
    public Page<ClosePreview.Allotment> list(@PathParam("periodId") UUID periodId, @BeanParam @Valid PageQuery query) {
        Optional<UUID> reader = openBooks.requireReader();
        PeriodResource.find(periodId);
        List<ClosePreview.Allotment> fetched = database
                .createNativeQuery("""
                        select member_id, volume, limited_return, bonus, cash from allotment
                         where period = ?1 and member_id > ?2 and (cast(?3 as uuid) is null or member_id = cast(?3 as uuid))
                         order by member_id limit ?4
                        """, Object[].class)
                .setParameter(1, periodId)
                .setParameter(2, query.afterId().orElse(FIRST))
                .setParameter(3, reader.map(UUID::toString).orElse(null), String.class)
                .setParameter(4, query.fetch())
                .getResultList()
                .stream()
                .map(row -> new ClosePreview.Allotment(
                        (UUID) row[0],
                        money(row[1]),
                        money(row[2]),
                        money(row[3]),
                        money(row[4]),
                        money(row[3]).minus(money(row[4]))))
                .toList();
        return Page.of(fetched, query.limit, allotment -> allotment.memberId().toString());
    }

    private Money money(Object minor) {
        return firm.money(((Number) minor).longValue());
    }
}
