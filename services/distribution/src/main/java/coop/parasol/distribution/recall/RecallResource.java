package coop.parasol.distribution.recall;

import coop.parasol.contracts.Quantity;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: recalled batches in figures, and the notices that partners answer. */
@Path("/")
@Tag(name = "Recalls")
public class RecallResource {

    private static final String[] DESKS = {"logistics-desk", "quality-desk"};

    private final RecallNotices recallNotices;
    private final AnswerRecall answerRecall;
    private final Caller caller;

    RecallResource(RecallNotices recallNotices, AnswerRecall answerRecall, Caller caller) {
        this.recallNotices = recallNotices;
        this.answerRecall = answerRecall;
        this.caller = caller;
    }

    /**
     * A recalled batch in figures.
     *
     * @param sold units that partners had been sent, those under way included
     * @param reached of these, units of partners that have acknowledged the recall
     * @param confirmed of these, units of partners that have confirmed that what they had left is off sale
     * @param withdrawn units that partners have taken off sale
     */
    public record RecalledBatchView(
            UUID batchId,
            UUID recallId,
            String recallClass,
            String reason,
            Instant recalledAt,
            String product,
            String lot,
            Quantity sold,
            Quantity reached,
            Quantity confirmed,
            Quantity withdrawn) {

        static RecalledBatchView of(RecallNotices.RecalledBatch batch) {
            return new RecalledBatchView(
                    batch.batchId(),
                    batch.recallId(),
                    batch.recallClass(),
                    batch.reason(),
                    batch.recalledAt(),
                    batch.product(),
                    batch.lot(),
                    new Quantity(batch.sold(), batch.unit()),
                    new Quantity(batch.reached(), batch.unit()),
                    new Quantity(batch.confirmed(), batch.unit()),
                    new Quantity(batch.withdrawn(), batch.unit()));
        }
    }

    /**
     * What a partner was sent of a recalled batch.
     *
     * @param acknowledgedAt when the partner has said that it knows of it; absent until then
     * @param confirmedAt when it has said that what it had left is off sale; absent until then
     * @param withdrawn what it had left; absent until confirmed
     */
    public record RecallNoticeView(
            UUID noticeId,
            UUID recallId,
            UUID batchId,
            UUID partnerId,
            String recallClass,
            String reason,
            Instant recalledAt,
            String product,
            String lot,
            String certificateNumber,
            Quantity quantity,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant confirmedAt,
            @Nullable Quantity withdrawn) {

        static RecallNoticeView of(RecallNotices.Notice notice) {
            BigDecimal withdrawn = notice.withdrawn();
            return new RecallNoticeView(
                    notice.noticeId(),
                    notice.recallId(),
                    notice.batchId(),
                    notice.partnerId(),
                    notice.recallClass(),
                    notice.reason(),
                    notice.recalledAt(),
                    notice.product(),
                    notice.lot(),
                    notice.certificateNumber(),
                    new Quantity(notice.quantity(), notice.unit()),
                    notice.acknowledgedAt(),
                    notice.confirmedAt(),
                    withdrawn == null ? null : new Quantity(withdrawn, notice.unit()));
        }
    }

    /** @param withdrawn how many units of the batch the partner had left and has taken off sale; 0 if it had sold all */
    public record Confirmation(@NotNull BigDecimal withdrawn) {}

    /** @param acknowledgedAt when the notice was acknowledged */
    public record RecallAnswer(
            UUID noticeId,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant confirmedAt,
            @Nullable BigDecimal withdrawn) {}

    @GET
    @Path("/recalls")
    @RolesAllowed({"logistics-desk", "quality-desk"})
    @Transactional
    @Operation(summary = "List recalled batches: units sold, reached, confirmed, withdrawn")
    public Page<RecalledBatchView> list(@BeanParam @Valid PageQuery query) {
        return query.byId(recallNotices::batches, RecallNotices.RecalledBatch::batchId)
                .map(RecalledBatchView::of);
    }

    @GET
    @Path("/recall-notices")
    @RolesAllowed({"partner", "logistics-desk", "quality-desk"})
    @Transactional
    @Operation(
            operationId = "listRecallNotices",
            summary = "List what partners were sent of recalled batches, newest first; a partner sees its own")
    public Page<RecallNoticeView> notices(@BeanParam @Valid PageQuery query) {
        UUID partnerId = caller.hasAny(DESKS) ? null : caller.partner();
        return query.newestFirst(
                        (before, maxRows) -> recallNotices.notices(before, maxRows, partnerId),
                        RecallNotices.Notice::noticeId)
                .map(RecallNoticeView::of);
    }

    @POST
    @Path("/recall-notices/{noticeId}/acknowledgement")
    @RolesAllowed("partner")
    @Idempotent
    @Transactional
    @Operation(summary = "Acknowledge a recall: say that you know of it")
    public Response acknowledge(@PathParam("noticeId") UUID noticeId) {
        return answer(noticeId, answerRecall.acknowledge(noticeId, caller.partner(), caller.actor()));
    }

    @POST
    @Path("/recall-notices/{noticeId}/confirmation")
    @RolesAllowed("partner")
    @Idempotent
    @Transactional
    @Operation(summary = "Confirm that what you had left of a recalled batch is off sale")
    public Response confirm(@PathParam("noticeId") UUID noticeId, @Valid @NotNull Confirmation confirmation) {
        if (confirmation.withdrawn().signum() < 0) {
            throw Problem.invalid("withdrawn", "negative", "What you had left is zero or more.");
        }
        return answer(
                noticeId, answerRecall.confirm(noticeId, caller.partner(), confirmation.withdrawn(), caller.actor()));
    }

    private static Response answer(UUID noticeId, AnswerRecall.Outcome outcome) {
        return switch (outcome) {
            case AnswerRecall.Answered(RecallNotice notice) ->
                Response.ok(new RecallAnswer(noticeId, notice.acknowledgedAt, notice.confirmedAt, notice.withdrawn))
                        .build();
            case AnswerRecall.UnknownNotice unknown -> throw Problem.notFound("recall notice of yours", noticeId);
            case AnswerRecall.TooMuch tooMuch ->
                throw Problem.invalid(
                        "withdrawn",
                        "more-than-sent",
                        "You were sent " + tooMuch.sent().stripTrailingZeros().toPlainString() + ".");
            case AnswerRecall.ConfirmedOtherwise before ->
                throw Problem.refused(
                        "already-confirmed",
                        "You have confirmed "
                                + before.withdrawn().stripTrailingZeros().toPlainString() + " before.");
        };
    }
}
