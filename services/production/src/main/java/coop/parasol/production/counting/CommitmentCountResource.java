package coop.parasol.production.counting;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.production.commitment.CommittedQuantities;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.counting.CountedCommitments.LineOfWeek;
import coop.parasol.production.counting.CountedCommitments.Position;
import coop.parasol.production.freeze.PlanningFreeze;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: what counts of commitments, with the reckoning, before and after the freeze. */
@Path("/commitment-counts")
@Tag(name = "Commitments")
public class CommitmentCountResource {

    private static final String[] DESKS = {"registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"};

    /** Stands between week, product, grade and producer in a cursor; no week, grade or id has one. */
    private static final String SEPARATOR = "@";

    private static final int PARTS = 4;

    private final CountedCommitments counted;
    private final CommittedQuantities committed;
    private final Reckoning reckoning;
    private final PlanningFreeze freeze;
    private final Caller caller;

    CommitmentCountResource(
            CountedCommitments counted,
            CommittedQuantities committed,
            Reckoning reckoning,
            PlanningFreeze freeze,
            Caller caller) {
        this.counted = counted;
        this.committed = committed;
        this.reckoning = reckoning;
        this.freeze = freeze;
        this.caller = caller;
    }

    /**
     * What counts of a producer's commitments for a product, grade and week, and how it is reckoned (uniform rule).
     *
     * @param committed by the producer, by all routes
     * @param committedByOwner by all firms of its owner together, which count as one producer; absent where the owner has no other
     *     firm that has committed
     * @param counts of it, less what is handed over and with what is received
     * @param handedOver of what counted, to others
     * @param received of what counted for others
     * @param wanted of each partner the larger of orders and forecast, of all together less stock not needed earlier
     * @param committedByAll producers together
     * @param producers how many have committed; firms of one owner are one
     * @param level up to which each producer's commitments count; absent where all count whole
     * @param countedAt when it was fixed; absent while commitments can still be made
     */
    public record CommitmentCountView(
            UUID memberId,
            String product,
            String grade,
            Period period,
            Quantity committed,
            @Nullable Quantity committedByOwner,
            Quantity counts,
            Quantity handedOver,
            Quantity received,
            Quantity wanted,
            Quantity committedByAll,
            int producers,
            @Nullable Quantity level,
            @Nullable Instant countedAt) {

        static CommitmentCountView of(LineOfWeek line) {
            return new CommitmentCountView(
                    line.memberId(),
                    line.product(),
                    line.grade(),
                    line.period(),
                    Quantity.ofSum(line.committed(), line.unit()),
                    line.committedByOwner().compareTo(line.committed()) == 0
                            ? null
                            : Quantity.ofSum(line.committedByOwner(), line.unit()),
                    Quantity.ofSum(line.counts().subtract(line.handedOver()).add(line.received()), line.unit()),
                    Quantity.ofSum(line.handedOver(), line.unit()),
                    Quantity.ofSum(line.received(), line.unit()),
                    Quantity.ofSum(line.wanted(), line.unit()),
                    Quantity.ofSum(line.committedByAll(), line.unit()),
                    line.producers(),
                    line.level() == null ? null : Quantity.ofSum(line.level(), line.unit()),
                    line.countedAt());
        }
    }

    @GET
    @RolesAllowed({"producer", "registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"})
    @Transactional
    @Operation(
            operationId = "listCommitmentCounts",
            summary = "List what counts of commitments for frozen weeks, the newest first; a producer sees its own")
    public Page<CommitmentCountView> list(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.hasAny(DESKS) ? null : caller.member();
        return query.byText((after, maxRows) -> counted.page(memberId, position(after), maxRows), this::cursor)
                .map(CommitmentCountView::of);
    }

    @GET
    @Path("/expected")
    @RolesAllowed({"producer", "registrar", "treasurer", "quality-desk", "pricing-desk", "logistics-desk"})
    @Transactional
    @Operation(
            operationId = "listExpectedCommitmentCounts",
            summary = "List what would count of commitments for weeks not yet frozen, if they were frozen now; a"
                    + " producer sees its own")
    public Page<CommitmentCountView> expected(@BeanParam @Valid PageQuery query) {
        UUID memberId = caller.hasAny(DESKS) ? null : caller.member();
        return query.byText((after, maxRows) -> expected(memberId, after, maxRows), this::cursor)
                .map(CommitmentCountView::of);
    }

    private List<LineOfWeek> expected(@Nullable UUID memberId, String after, int maxRows) {
        Period lastFrozen = Period.of(freeze.firstOpen().monday().minusWeeks(1));
        Map<GoodsOfWeek, Map<UUID, LineOfWeek>> reckoned = new HashMap<>();
        return committed.page(memberId, lastFrozen, line(after), maxRows).stream()
                .map(line -> reckoned.computeIfAbsent(
                                new GoodsOfWeek(line.product(), line.grade(), line.period()), this::reckon)
                        .get(line.memberId()))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private Map<UUID, LineOfWeek> reckon(GoodsOfWeek goods) {
        Map<UUID, LineOfWeek> byMember = new HashMap<>();
        reckoning
                .of(goods)
                .ifPresent(result -> result.lines()
                        .forEach(line -> byMember.put(line.memberId(), LineOfWeek.of(line, result.week()))));
        return byMember;
    }

    private String cursor(LineOfWeek line) {
        return String.join(
                SEPARATOR, line.period().toString(), line.memberId().toString(), line.grade(), line.product());
    }

    private static Position position(String cursor) {
        if (cursor.isEmpty()) {
            return Position.FIRST;
        }
        String[] parts = parts(cursor);
        return new Position(parts[0], parts[3], parts[2], memberOf(parts));
    }

    private static CommittedQuantities.@Nullable Line line(String cursor) {
        if (cursor.isEmpty()) {
            return null;
        }
        String[] parts = parts(cursor);
        try {
            return new CommittedQuantities.Line(
                    memberOf(parts), parts[3], parts[2], Period.parse(parts[0]), "", BigDecimal.ZERO);
        } catch (IllegalArgumentException e) {
            throw PageQuery.malformed();
        }
    }

    private static UUID memberOf(String[] parts) {
        try {
            return UUID.fromString(parts[1]);
        } catch (IllegalArgumentException e) {
            throw PageQuery.malformed();
        }
    }

    private static String[] parts(String cursor) {
        String[] parts = cursor.split(SEPARATOR, PARTS);
        if (parts.length != PARTS) {
            throw PageQuery.malformed();
        }
        return parts;
    }
}
