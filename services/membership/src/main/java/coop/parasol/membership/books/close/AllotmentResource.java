package coop.parasol.membership.books.close;

import coop.parasol.membership.books.patronage.Allotments;
import coop.parasol.membership.books.patronage.Allotments.Allotment;
import coop.parasol.membership.books.reports.BooksAccess;
import coop.parasol.membership.books.reports.OpenBooksResource;
import coop.parasol.membership.member.ShareHolders;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the close of a period has brought each member, over REST. */
@Path("/periods/{periodId}/allotments")
@Tag(name = "Periods")
public class AllotmentResource {

    private final BooksAccess booksAccess;
    private final Allotments allotments;
    private final ShareHolders members;

    AllotmentResource(BooksAccess booksAccess, Allotments allotments, ShareHolders members) {
        this.members = members;
        this.booksAccess = booksAccess;
        this.allotments = allotments;
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "List what the close of a period has brought each member; a member sees its own")
    public Page<AllotmentView> list(@PathParam("periodId") UUID periodId, @BeanParam @Valid PageQuery query) {
        @Nullable UUID reader = OpenBooksResource.requireReader(booksAccess.toBooks()).orElse(null);
        PeriodResource.find(periodId);
        Page<Allotment> page =
                query.byId((after, maxRows) -> allotments.list(periodId, reader, after, maxRows), Allotment::memberId);
        Map<UUID, String> byMember =
                members.namesOf(page.items().stream().map(Allotment::memberId).toList());
        return page.map(allotment -> AllotmentView.of(allotment, byMember));
    }
}
