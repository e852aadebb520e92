package coop.parasol.quality.recall;

import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.recall.rules.Action;
import coop.parasol.quality.recall.rules.Selection;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Suspensions, reinstatements and recalls at the border. */
@Path("/recalls")
@Tag(name = "Recalls")
public class RecallResource {

    private static final String DESK = "quality-desk";
    private static final UUID LAST = new UUID(-1, -1);
    private static final int MOST_LOTS = 1000;

    private final DecideRecall decideRecall;
    private final Selections selections;
    private final Session database;
    private final Caller caller;

    RecallResource(DecideRecall decideRecall, Selections selections, Session database, Caller caller) {
        this.decideRecall = decideRecall;
        this.selections = selections;
        this.database = database;
        this.caller = caller;
    }

    /** Which batches: those to which all of it applies; see {@link Selection}. */
    public record Wanted(
            @Nullable @Size(min = 1, max = MOST_LOTS) List<@NotBlank @Size(max = 200) String> lots,
            @Nullable UUID memberId,
            @Nullable @Size(min = 1, max = 50) String product,
            @Nullable @Size(min = 1, max = 200) String characteristic,
            @Nullable Instant certifiedFrom,
            @Nullable Instant certifiedBefore) {

        Selection selection() {
            Selection selection =
                    new Selection(lots, memberId, product, characteristic, certifiedFrom, certifiedBefore);
            selection.flaw().ifPresent(flaw -> {
                throw Problem.invalid(flaw.field(), flaw.code(), flaw.detail());
            });
            return selection;
        }
    }

    /**
     * What the desk decides.
     *
     * @param recallClass how grave; with a recall and only with it
     * @param expectedBatches the number that the preview has shown; if it concerns another number now, it is refused
     */
    public record Decision(
            @NotNull Action action,
            @Nullable RecallClass recallClass,
            @NotBlank @Size(max = 1000) String reason,
            @NotNull @Valid Wanted selection,
            @Nullable @Min(1) Long expectedBatches) {}

    /** What a decision would concern, by product and present state. */
    public record Preview(long batches, List<Hit> hits) {}

    /** Batches of a product in a state. */
    public record Hit(String product, String state, long batches, Quantity quantity) {}

    /** A decision and how far it is carried out; done when changed + unchanged = selected. */
    public record View(
            UUID recallId,
            Action action,
            @Nullable RecallClass recallClass,
            String reason,
            Selection selection,
            String decidedBy,
            Instant decidedAt,
            int selected,
            int changed,
            int unchanged,
            @Nullable Instant finishedAt) {

        static View of(Recall recall) {
            return new View(
                    recall.id,
                    recall.action,
                    recall.recallClass,
                    recall.reason,
                    recall.selection,
                    recall.decidedBy,
                    recall.decidedAt,
                    recall.selected,
                    recall.changed,
                    recall.unchanged,
                    recall.finishedAt);
        }
    }

    /**
     * A batch that a decision is about.
     *
     * @param changed absent: still to be done; false: it was in no state to change
     * @param state now, which a later decision may have changed
     */
    public record Affected(
            String certificateNumber,
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            String state,
            @Nullable Boolean changed) {}

    @POST
    @Path("/preview")
    @RolesAllowed(DESK)
    @Transactional
    @Operation(summary = "What a decision would concern; nothing is decided")
    public Preview preview(@Valid @NotNull Wanted wanted) {
        List<Hit> hits = selections.preview(wanted.selection()).stream()
                .map(hit ->
                        new Hit(hit.product(), hit.state(), hit.batches(), new Quantity(hit.quantity(), hit.unit())))
                .toList();
        return new Preview(hits.stream().mapToLong(Hit::batches).sum(), hits);
    }

    @POST
    @RolesAllowed(DESK)
    @Idempotent
    @Transactional
    @Operation(summary = "Suspend, reinstate or recall batches")
    public Response decide(@Valid @NotNull Decision decision) {
        if ((decision.action() == Action.RECALL) != (decision.recallClass() != null)) {
            throw Problem.invalid("recallClass", "class-of-recall", "A recall has a class, and nothing else has.");
        }
        DecideRecall.Outcome outcome = decideRecall.decide(
                decision.action(),
                decision.recallClass(),
                decision.reason().strip(),
                decision.selection().selection(),
                decision.expectedBatches(),
                Cause.of(caller.actor()));
        return switch (outcome) {
            case DecideRecall.Decided(Recall recall) ->
                Response.created(URI.create("/recalls/" + recall.id))
                        .entity(View.of(recall))
                        .build();
            case DecideRecall.NothingSelected() ->
                throw Problem.refused("nothing-selected", "There is no certified batch to which all of this applies.");
            case DecideRecall.SelectionChanged(long batches) ->
                throw Problem.refused(
                        "selection-changed", "It concerns " + batches + " batches now; look at them again.");
        };
    }

    @GET
    @RolesAllowed(DESK)
    @Transactional
    @Operation(summary = "Decisions, newest first")
    public Page<View> list(@BeanParam @Valid PageQuery query) {
        List<Recall> fetched = Recall.<Recall>find(
                        "id < ?1 order by id desc", query.afterId().orElse(LAST))
                .range(0, query.limit)
                .list();
        return Page.of(fetched, query.limit, recall -> recall.id.toString()).map(View::of);
    }

    @GET
    @Path("/{recallId}")
    @RolesAllowed(DESK)
    @Transactional
    @Operation(summary = "One decision, and how far it is carried out")
    public View get(@PathParam("recallId") UUID recallId) {
        return Recall.<Recall>findByIdOptional(recallId)
                .map(View::of)
                .orElseThrow(() -> Problem.notFound("recall", recallId));
    }

    @GET
    @Path("/{recallId}/batches")
    @RolesAllowed(DESK)
    @Transactional
    @Operation(summary = "The batches that a decision is about")
    public Page<Affected> batches(@PathParam("recallId") UUID recallId, @BeanParam @Valid PageQuery query) {
        get(recallId);
        List<Affected> fetched = database
                .createNativeQuery("""
                        select c.number, c.batch_id, c.member_id, c.product, c.lot, c.state, r.changed
                          from recall_certificate r join certificate c on c.number = r.number
                         where r.recall_id = ?1 and r.number > ?2 order by r.number limit ?3
                        """, Object[].class)
                .setParameter(1, recallId)
                .setParameter(2, query.afterText())
                .setParameter(3, query.fetch())
                .getResultList()
                .stream()
                .map(row -> new Affected(
                        (String) row[0],
                        (UUID) row[1],
                        (UUID) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (Boolean) row[6]))
                .toList();
        return Page.of(fetched, query.limit, Affected::certificateNumber);
    }
}
