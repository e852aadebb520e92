package coop.parasol.quality.complaint;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.directory.ProducerNames;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Multiline;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of complaints: a partner reports one, the quality desk decides, the producer sees those of its lots. */
@Path("/complaints")
@Tag(name = "Complaints")
public class ComplaintResource {

    private static final String DESK = "quality-desk";

    private final HandleComplaint handleComplaint;
    private final ProducerNames producerNames;
    private final Caller caller;

    ComplaintResource(HandleComplaint handleComplaint, ProducerNames producerNames, Caller caller) {
        this.handleComplaint = handleComplaint;
        this.producerNames = producerNames;
        this.caller = caller;
    }

    /**
     * What is wrong with goods.
     *
     * @param certificateNumber which stands on the goods
     * @param defectClass how much harm the defect does, as the partner sees it
     * @param quantity that is concerned, if it is known
     */
    public record Report(
            @NotBlank @Size(max = 100) String certificateNumber,
            @NotNull DefectClass defectClass,
            @Nullable Quantity quantity,
            @NotBlank @Size(max = 4000) @Multiline String description) {}

    /** Why the lot is suspended. */
    public record Suspension(
            @NotBlank @Size(max = 1000) @Multiline String reason) {}

    /**
     * What the quality desk has found.
     *
     * @param upheld whether the goods are as the partner says and do not meet their standard
     * @param answer for the partner and the producer
     */
    public record Decision(
            @NotNull Boolean upheld,
            @NotBlank @Size(max = 4000) @Multiline String answer) {}

    /**
     * A complaint and the decision about it.
     *
     * @param partnerId absent for the producer, which does not learn whose complaint it is
     * @param memberName of the producer; for the quality desk, and absent once it was erased
     * @param suspensionId the suspension of the lot that it has started, as in /recalls
     */
    public record View(
            UUID complaintId,
            @Nullable UUID partnerId,
            UUID batchId,
            String certificateNumber,
            UUID memberId,
            @Nullable String memberName,
            String product,
            String lot,
            DefectClass defectClass,
            @Nullable Quantity quantity,
            String description,
            Complaint.State state,
            Instant reportedAt,
            @Nullable UUID suspensionId,
            @Nullable Instant decidedAt,
            @Nullable String answer) {

        static View of(Complaint complaint, @Nullable String memberName, boolean withPartner) {
            return new View(
                    complaint.id,
                    withPartner ? complaint.partnerId : null,
                    complaint.batchId,
                    complaint.certificateNumber,
                    complaint.memberId,
                    memberName,
                    complaint.product,
                    complaint.lot,
                    complaint.defectClass,
                    complaint.affected(),
                    complaint.description,
                    complaint.state,
                    complaint.reportedAt,
                    complaint.suspensionId,
                    complaint.decidedAt,
                    complaint.answer);
        }
    }

    @POST
    @RolesAllowed("partner")
    @Idempotent
    @Transactional
    @Operation(summary = "Complain of goods by the number of their certificate")
    public Response report(@Valid @NotNull Report report) {
        View view = answer(handleComplaint.report(
                new HandleComplaint.Report(
                        caller.partner(),
                        report.certificateNumber(),
                        report.defectClass(),
                        report.quantity(),
                        report.description().strip(),
                        caller.actor()),
                Cause.of(caller.actor())));
        return Response.created(URI.create("/complaints/" + view.complaintId()))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({DESK, "partner", "producer"})
    @Transactional
    @Operation(summary = "List complaints, the newest first: a partner its own, a producer those about its lots")
    public Page<View> list(@QueryParam("state") Complaint.@Nullable State state, @BeanParam @Valid PageQuery query) {
        Complaint.Filter filter = new Complaint.Filter(
                isDesk() || caller.has("producer") ? null : caller.partner(),
                !isDesk() && caller.has("producer") ? caller.member() : null,
                state);
        Page<Complaint> page = query.newestFirst(
                (UUID before, int maxRows) -> Complaint.newest(filter, before, maxRows), complaint -> complaint.id);
        Map<UUID, String> names = producerNames.of(
                page.items().stream().map(complaint -> complaint.memberId).toList());
        return page.map(complaint -> view(complaint, names.get(complaint.memberId)));
    }

    @GET
    @Path("/{complaintId}")
    @RolesAllowed({DESK, "partner", "producer"})
    @Transactional
    @Operation(summary = "Show a complaint: a partner its own, a producer one about its lots")
    public View get(@PathParam("complaintId") UUID complaintId) {
        Complaint complaint = Complaint.<Complaint>findByIdOptional(complaintId)
                .orElseThrow(() -> Problem.notFound("complaint", complaintId));
        boolean own = caller.partnerId().filter(complaint.partnerId::equals).isPresent()
                || caller.memberId().filter(complaint.memberId::equals).isPresent();
        if (!isDesk() && !own) {
            throw Caller.notYours();
        }
        return view(complaint);
    }

    @POST
    @Path("/{complaintId}/suspension")
    @RolesAllowed(DESK)
    @Idempotent
    @Transactional
    @Operation(summary = "Suspend the lot that a partner complains of, at once and by one person")
    public View suspend(@PathParam("complaintId") UUID complaintId, @Valid @NotNull Suspension suspension) {
        return answer(
                handleComplaint.suspend(locked(complaintId), suspension.reason().strip(), Cause.of(caller.actor())));
    }

    @POST
    @Path("/{complaintId}/decision")
    @RolesAllowed(DESK)
    @Idempotent
    @Transactional
    @Operation(summary = "Decide whether a complaint is upheld, and answer the partner")
    public View decide(@PathParam("complaintId") UUID complaintId, @Valid @NotNull Decision decision) {
        return answer(handleComplaint.decide(
                locked(complaintId), decision.upheld(), decision.answer().strip(), Cause.of(caller.actor())));
    }

    private static Complaint locked(UUID complaintId) {
        return Complaint.lock(complaintId).orElseThrow(() -> Problem.notFound("complaint", complaintId));
    }

    private View answer(HandleComplaint.Outcome outcome) {
        return switch (outcome) {
            case HandleComplaint.Done(Complaint complaint) -> view(complaint);
            case HandleComplaint.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    private View view(Complaint complaint) {
        return view(complaint, producerNames.of(complaint.memberId));
    }

    private View view(Complaint complaint, @Nullable String memberName) {
        return View.of(
                complaint,
                isDesk() ? memberName : null,
                isDesk()
                        || caller.partnerId()
                                .filter(complaint.partnerId::equals)
                                .isPresent());
    }

    private boolean isDesk() {
        return caller.has(DESK);
    }
}
