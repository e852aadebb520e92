package coop.parasol.production.batch;

import coop.parasol.messaging.Cause;
import coop.parasol.production.batch.BatchResource.BatchReport;
import coop.parasol.production.batch.BatchResource.BatchView;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.ItemAnswer;
import coop.parasol.web.ItemDecisions;
import coop.parasol.web.LineAnswers;
import coop.parasol.web.Problem;
import coop.parasol.web.ReadItem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST: many batches in one call, as a producer's own system reports them. Each is answered as if it had been reported alone. */
@Path("/batches")
@Tag(name = "Batches")
public class ManyBatchesResource {

    private static final int MAX_BATCHES = 1_000;
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final ReportBatch reportBatch;
    private final ItemDecisions decisions;
    private final LineAnswers lines;
    private final Caller caller;

    ManyBatchesResource(ReportBatch reportBatch, ItemDecisions decisions, LineAnswers lines, Caller caller) {
        this.reportBatch = reportBatch;
        this.decisions = decisions;
        this.lines = lines;
        this.caller = caller;
    }

    @POST
    @Path("/bulk")
    @RolesAllowed({"producer", "producer-machine"})
    @Idempotent(storedByMethod = true)
    @Operation(
            summary = "Report up to 1,000 batches in one call, each answered by itself",
            description = "The answers stand in the order of the batches. Each is what the batch alone would have been"
                    + " answered with: its status, and the batch or the problem. A batch that is refused, or fails, does"
                    + " not undo the others, not even one that cannot be read; only a body that is no JSON list is"
                    + " refused as a whole. A lot that is reported again with the same content gets the same batch, so that a call"
                    + " can be repeated with and without an Idempotency-Key.")
    public List<ItemAnswer<BatchView>> reportBatches(
            @NotNull @Size(min = 1, max = MAX_BATCHES) List<ReadItem<BatchReport>> batches) {
        UUID member = caller.member();
        Cause cause = Cause.of(caller.actor());
        return decisions.decideAll(
                batches, (List<ReadItem<BatchReport>> items, int first) -> report(member, items, first, cause));
    }

    @POST
    @Path("/stream")
    @RolesAllowed({"producer", "producer-machine"})
    @Consumes(LineAnswers.NDJSON)
    @Produces(LineAnswers.NDJSON)
    @Operation(
            summary = "Report any number of batches, one on each line (NDJSON), each answered by a line",
            description = "A line is a batch as it is reported alone, in JSON; its answer is a line as the bulk report"
                    + " answers it. What has come is stored and answered while the rest is still being sent: keep"
                    + " reading. When the connection is lost, send all again that have no answer: a lot that is reported"
                    + " again gets the same batch. An answer with status 503 is followed by none but such, and the"
                    + " problem stream-too-long is the last: send again what it stands at and all behind it.")
    public StreamingOutput streamBatches(@NotNull InputStream batches) {
        UUID member = caller.member();
        Cause cause = Cause.of(caller.actor());
        return lines.answer(
                batches,
                BatchReport.class,
                (List<ReadItem<BatchReport>> items, int first) -> report(member, items, first, cause));
    }

    private List<ItemAnswer<BatchView>> report(UUID member, List<ReadItem<BatchReport>> items, int first, Cause cause) {
        List<ReportBatch.Report> reports = items.stream()
                .map(ReadItem::orNull)
                .filter(Objects::nonNull)
                .map(BatchReport::report)
                .toList();
        Iterator<ReportBatch.Outcome> outcomes =
                reportBatch.reportAll(member, reports, cause).iterator();
        List<ItemAnswer<BatchView>> answers = new ArrayList<>();
        for (ReadItem<BatchReport> item : items) {
            int position = first + answers.size();
            answers.add(
                    switch (item) {
                        case ReadItem.Valid<BatchReport> read -> answer(position, outcomes.next());
                        case ReadItem.Invalid<BatchReport> unread -> ItemAnswer.refused(position, unread.problem());
                    });
        }
        return answers;
    }

    private static ItemAnswer<BatchView> answer(int position, ReportBatch.Outcome outcome) {
        return switch (outcome) {
            case ReportBatch.Reported reported -> ItemAnswer.taken(position, CREATED, BatchView.of(reported.batch()));
            case ReportBatch.AlreadyReported known -> ItemAnswer.taken(position, OK, BatchView.of(known.batch()));
            case ReportBatch.Refused refused ->
                ItemAnswer.refused(position, Problem.of(refused.reason()).document());
        };
    }
}
