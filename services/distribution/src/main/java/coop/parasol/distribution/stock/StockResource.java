package coop.parasol.distribution.stock;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Quantity;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: certified batches and where their units are. */
@Path("/stock")
@Tag(name = "Stock")
public class StockResource {

    private static final SortKeys<Batch> SORT = SortKeys.oldestFirst("batch_id", Batch::batchId)
            .byText("product", "product", Batch::product)
            .byText("lot", "lot", Batch::lot);

    private final BatchRepository batches;
    private final ProducerRepository producers;
    private final Caller caller;

    StockResource(BatchRepository batches, ProducerRepository producers, Caller caller) {
        this.batches = batches;
        this.producers = producers;
        this.caller = caller;
    }

    /**
     * A batch and where its units are.
     *
     * @param memberId the producer
     * @param memberName absent until membership has told it, and once it was erased
     * @param bestBefore last day of sale, absent where goods do not age
     * @param onHand in store and reserved for nobody
     * @param setAside in store for the producer, who is leaving and takes them back
     * @param takenBack by the producer; not certified any more
     * @param consumed as input of other batches of the producer
     * @param consumptionDue units that the producer says have gone into others, more than were on hand: to be looked for
     * @param owner MEMBER until sold, or FIRM once the firm has bought a leaving member's unsold units
     * @param certificateState what quality says of it; only what is CERTIFIED is reserved or dispatched
     */
    public record BatchView(
            UUID batchId,
            String lot,
            UUID memberId,
            @Nullable String memberName,
            String product,
            String grade,
            @Nullable LocalDate bestBefore,
            Quantity certified,
            Quantity onHand,
            Quantity reserved,
            Quantity dispatched,
            Quantity delivered,
            Quantity returned,
            Quantity destroyed,
            Quantity setAside,
            Quantity takenBack,
            Quantity consumed,
            Quantity consumptionDue,
            BatchOwner owner,
            CertificateState certificateState) {

        static BatchView of(Batch batch, Map<UUID, String> memberNames) {
            return new BatchView(
                    batch.batchId(),
                    batch.lot(),
                    batch.memberId(),
                    memberNames.get(batch.memberId()),
                    batch.product(),
                    batch.grade(),
                    batch.expiry().equals(LocalDate.MAX) ? null : batch.expiry(),
                    quantity(batch.certified(), batch),
                    quantity(batch.onHand(), batch),
                    quantity(batch.reserved(), batch),
                    quantity(batch.dispatched(), batch),
                    quantity(batch.delivered(), batch),
                    quantity(batch.returned(), batch),
                    quantity(batch.destroyed(), batch),
                    quantity(batch.setAside(), batch),
                    quantity(batch.takenBack(), batch),
                    quantity(batch.consumed(), batch),
                    quantity(batch.consumptionDue(), batch),
                    batch.owner(),
                    batch.certificateState());
        }

        private static Quantity quantity(BigDecimal value, Batch batch) {
            return new Quantity(value, batch.unit());
        }
    }

    @GET
    @RolesAllowed({"logistics-desk", "quality-desk", "producer"})
    @Transactional
    @Operation(
            operationId = "listStock",
            summary =
                    "List batches and where their units are, by their ids or sorted by product or lot, of one product, lot"
                            + " or state; a producer sees its own")
    public Page<BatchView> list(
            @BeanParam @Valid PageQuery query,
            @BeanParam @Valid SortQuery sort,
            @QueryParam("product") @Nullable String product,
            @QueryParam("lot") @Nullable Identifier lot,
            @QueryParam("certificateState") @Nullable CertificateState certificateState) {
        UUID memberId = caller.hasAny("logistics-desk", "quality-desk") ? null : caller.member();
        BatchRepository.Filter filter =
                new BatchRepository.Filter(product, Identifier.normalOrNull(lot), certificateState, memberId);
        Page<Batch> page = SORT.page(query, sort, (place, maxRows) -> batches.page(place, maxRows, filter));
        Map<UUID, String> names =
                producers.names(page.items().stream().map(Batch::memberId).toList());
        return page.map(batch -> BatchView.of(batch, names));
    }
}
