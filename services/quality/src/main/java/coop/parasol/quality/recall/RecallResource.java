package coop.parasol.quality.recall;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.certificate.Certificate;
import coop.parasol.quality.certificate.rules.CertificateState;
import coop.parasol.quality.directory.ProducerNames;
import coop.parasol.quality.recall.rules.RecallAction;
import coop.parasol.quality.recall.rules.RecallReach;
import coop.parasol.quality.recall.rules.RecallScope;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Multiline;
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
import jakarta.validation.valueextraction.Unwrapping;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of suspensions, reinstatements and recalls of certified batches. */
@Path("/recalls")
@Tag(name = "Recalls")
public class RecallResource {

    private static final String DESK = "quality-desk";
    private static final int MAX_LOTS = 1000;
    private static final int MAX_MADE_LOTS = 200;

    private final InitiateRecall initiateRecall;
    private final CertificatesInScope certificatesInScope;
    private final BatchesInScope batchesInScope;
    private final RecalledCertificates recalledCertificates;
    private final ProducerNames names;
    private final Caller caller;

    RecallResource(
            InitiateRecall initiateRecall,
            CertificatesInScope certificatesInScope,
            BatchesInScope batchesInScope,
            RecalledCertificates recalledCertificates,
            ProducerNames names,
            Caller caller) {
        this.initiateRecall = initiateRecall;
        this.certificatesInScope = certificatesInScope;
        this.batchesInScope = batchesInScope;
        this.recalledCertificates = recalledCertificates;
        this.names = names;
        this.caller = caller;
    }

    /**
     * Which batches: the certified ones to which all of it applies.
     *
     * @param lots lot numbers, the producers' own or the brand's
     * @param memberId the producer
     * @param characteristic a name in the standard by which the batches were judged
     * @param certifiedFrom certified at this moment or later
     * @param certifiedBefore certified before this moment
     */
    public record ScopeRequest(
            @Nullable @Size(min = 1, max = MAX_LOTS) List<@NotNull(payload = Unwrapping.Skip.class) @Size(max = 200) Identifier> lots,

            @Nullable UUID memberId,
            @Nullable @Size(min = 1, max = 50) String product,
            @Nullable @Size(min = 1, max = 200) String characteristic,
            @Nullable Instant certifiedFrom,
            @Nullable Instant certifiedBefore) {

        RecallScope scope() {
            List<String> numbers =
                    lots == null ? null : lots.stream().map(Identifier::written).toList();
            RecallScope scope =
                    new RecallScope(numbers, memberId, product, characteristic, certifiedFrom, certifiedBefore);
            scope.error().ifPresent(error -> {
                throw Problem.invalid(error.field(), error.code(), error.detail());
            });
            return scope;
        }
    }

    /**
     * What the quality desk decides.
     *
     * @param recallClass the hazard to health; of a RECALL and only of it
     * @param expectedBatches the number in the preview; if the decision concerns another number by now, it is refused
     */
    public record DecisionRequest(
            @NotNull RecallAction action,
            @Nullable RecallClass recallClass,
            @NotBlank @Size(max = 1000) @Multiline String reason,
            @NotNull @Valid ScopeRequest scope,
            @Nullable @Min(1) Long expectedBatches) {}

    /**
     * What a decision would concern.
     *
     * @param batches certified ones
     * @param undecidedBatches batches that have no certificate yet, and would not be inspected until they are reinstated
     * @param suspendedUndecidedBatches batches that have no certificate yet, and would be inspected again
     * @param products by product and present state how many certified batches and how much
     * @param reach which producers it hits, and which of the lots named do not exist
     * @param producers whom it hits, with their names, as long as they are known by one
     * @param madeOf lots that were made of these, or of such lots, the nearest first and 200 at most; the decision does not concern
     *     them unless its scope names them as well
     */
    public record Preview(
            long batches,
            long undecidedBatches,
            long suspendedUndecidedBatches,
            List<ProductBatches> products,
            RecallReach reach,
            List<ProducerNames.Named> producers,
            List<MadeLotView> madeOf) {}

    /** The batches of a product whose certificates are in one state. */
    public record ProductBatches(String product, CertificateState state, long batches, Quantity quantity) {}

    @POST
    @Path("/preview")
    @RolesAllowed(DESK)
    @Transactional
    @Operation(summary = "Preview which batches a decision would concern; nothing is decided")
    public Preview preview(@Valid @NotNull ScopeRequest request) {
        List<ProductBatches> products = certificatesInScope.summary(request.scope()).stream()
                .map(each -> new ProductBatches(
                        each.product(), each.state(), each.batches(), new Quantity(each.quantity(), each.unit())))
                .toList();
        RecallScope scope = request.scope();
        RecallReach reach = batchesInScope.reach(scope);
        return new Preview(
                products.stream().mapToLong(ProductBatches::batches).sum(),
                batchesInScope.undecided(scope, false).size(),
                batchesInScope.undecided(scope, true).size(),
                products,
                reach,
                names.named(reach.producers()),
                madeOf(scope));
    }

    private List<MadeLotView> madeOf(RecallScope scope) {
        List<MadeOfBatches.MadeBatch> made = batchesInScope.madeOf(scope, MAX_MADE_LOTS);
        return MadeLotView.of(
                made,
                names.of(made.stream().map(MadeOfBatches.MadeBatch::memberId).toList()));
    }

    @POST
    @RolesAllowed(DESK)
    @Idempotent
    @Transactional
    @Operation(summary = "Suspend or reinstate batches, or propose their recall, which a second person approves")
    public Response initiate(@Valid @NotNull DecisionRequest request) {
        if ((request.action() == RecallAction.RECALL) != (request.recallClass() != null)) {
            throw Problem.invalid(
                    "recallClass", "recall-class-mismatch", "A RECALL has a class; other actions have none.");
        }
        InitiateRecall.Decision decision = new InitiateRecall.Decision(
                request.action(),
                request.recallClass(),
                request.reason().strip(),
                request.scope().scope(),
                request.expectedBatches());
        return switch (initiateRecall.initiate(decision, Cause.of(caller.actor()))) {
            case InitiateRecall.Initiated(Recall recall) ->
                Response.created(URI.create("/recalls/" + recall.id))
                        .entity(RecallView.of(recall, names))
                        .build();
            case InitiateRecall.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @POST
    @Path("/{recallId}/approval")
    @RolesAllowed(DESK)
    @Idempotent
    @Transactional
    @Operation(summary = "Approve the recall that another person has proposed; it concerns what is in its scope now")
    public RecallView approve(@PathParam("recallId") UUID recallId) {
        Recall proposed = locked(recallId);
        caller.requireSecondPerson(proposed.proposedBy);
        return answer(initiateRecall.approve(proposed, Cause.of(caller.actor())));
    }

    @DELETE
    @Path("/{recallId}")
    @RolesAllowed(DESK)
    @Transactional
    @Operation(summary = "Withdraw the proposal of a recall before it is approved")
    public RecallView withdraw(@PathParam("recallId") UUID recallId) {
        return answer(initiateRecall.withdraw(locked(recallId), caller.actor()));
    }

    private static Recall locked(UUID recallId) {
        return Recall.lock(recallId).orElseThrow(() -> Problem.notFound("recall", recallId));
    }

    private RecallView answer(InitiateRecall.Outcome outcome) {
        return switch (outcome) {
            case InitiateRecall.Initiated(Recall recall) -> RecallView.of(recall, names);
            case InitiateRecall.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @GET
    @RolesAllowed(DESK)
    @Transactional
    @Operation(summary = "List suspensions, reinstatements and recalls, of one state or all, the newest first")
    public Page<RecallView> list(@QueryParam("state") Recall.@Nullable State state, @BeanParam @Valid PageQuery query) {
        return query.newestFirst(
                        (UUID before, int maxRows) -> Recall.newest(state, before, maxRows), recall -> recall.id)
                .map(recall -> RecallView.of(recall, names));
    }

    @GET
    @Path("/{recallId}")
    @RolesAllowed(DESK)
    @Transactional
    @Operation(summary = "Show a suspension, reinstatement or recall, and how far it is executed")
    public RecallView get(@PathParam("recallId") UUID recallId) {
        return Recall.<Recall>findByIdOptional(recallId)
                .map(recall -> RecallView.of(recall, names))
                .orElseThrow(() -> Problem.notFound("recall", recallId));
    }

    @GET
    @Path("/{recallId}/batches")
    @RolesAllowed(DESK)
    @Transactional
    @Operation(
            operationId = "listRecalledBatches",
            summary = "List the batches that a decision is about, by certificate number, and what has become of each")
    public Page<RecalledBatchView> batches(@PathParam("recallId") UUID recallId, @BeanParam @Valid PageQuery query) {
        get(recallId);
        Page<RecalledCertificates.Item> page = query.byText(
                (String after, int maxRows) -> recalledCertificates.page(recallId, after, maxRows),
                RecalledCertificates.Item::number);
        Map<String, Certificate> certificates =
                Certificate.ofNumbers(page.items().stream()
                                .map(RecalledCertificates.Item::number)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(certificate -> certificate.number, Function.identity()));
        Map<UUID, String> producers = names.of(certificates.values().stream()
                .map(certificate -> certificate.memberId)
                .toList());
        return page.map(item -> {
            Certificate certificate = Objects.requireNonNull(certificates.get(item.number()));
            return RecalledBatchView.of(certificate, producers.get(certificate.memberId), item.changed());
        });
    }
}
