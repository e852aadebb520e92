package coop.parasol.pricing.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentKind;
import coop.parasol.contracts.Period;
import coop.parasol.pdf.PdfDocument;
import coop.parasol.pricing.directory.ProducerNames;
import coop.parasol.pricing.document.PayoutDocuments.PayoutDocument;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: the documents that payouts were drawn up as; a producer reads its own. */
@Path("/payout-documents")
@Tag(name = "Payout documents")
@RolesAllowed({"pricing-desk", "treasurer", "producer"})
public class PayoutDocumentResource {

    private static final String[] DESKS = {"pricing-desk", "treasurer"};

    private final PayoutDocuments documents;
    private final ProducerNames producerNames;
    private final Caller caller;
    private final ObjectMapper json;

    PayoutDocumentResource(PayoutDocuments documents, ProducerNames producerNames, Caller caller, ObjectMapper json) {
        this.documents = documents;
        this.producerNames = producerNames;
        this.caller = caller;
        this.json = json;
    }

    /**
     * A document in a list.
     *
     * @param memberName of the producer as it is called now; absent once it was erased
     * @param total what it comes to without tax on top; negative where goods were recalled
     * @param taxOnTop owed beside the total; absent where none is
     * @param amends the first document of the same pool and producer; absent on that one
     * @param digest SHA-256 (hexadecimal) of its content
     */
    public record PayoutDocumentSummary(
            UUID documentId,
            String number,
            PayoutDocumentKind kind,
            UUID settlementId,
            UUID poolId,
            UUID memberId,
            @Nullable String memberName,
            String product,
            Period period,
            LocalDate issuedOn,
            Money total,
            @Nullable Money taxOnTop,
            @Nullable UUID amends,
            String digest) {}

    /**
     * A document with all that stands on it.
     *
     * @param template by which it was drawn up
     * @param digest SHA-256 (hexadecimal) of its content as it was stored
     * @param stored the content as the text whose digest it is
     */
    public record PayoutDocumentView(
            UUID documentId,
            UUID memberId,
            UUID poolId,
            String template,
            DocumentContent content,
            String digest,
            String stored) {}

    @GET
    @Transactional
    @Operation(summary = "List the documents that payouts were drawn up as, newest first; a producer sees its own")
    public Page<PayoutDocumentSummary> list(
            @BeanParam @Valid PageQuery query,
            @Parameter(description = "only documents of this kind") @QueryParam("kind") @Nullable PayoutDocumentKind kind,
            @Parameter(description = "only the document with this number")
                    @QueryParam("number")
                    @Size(max = 16) @Nullable String number) {
        PayoutDocuments.Filter filter =
                new PayoutDocuments.Filter(caller.hasAny(DESKS) ? null : caller.member(), kind, number);
        Page<PayoutDocument> page = query.newestFirst(
                (before, maxRows) -> documents.newestFirst(filter, before, maxRows), PayoutDocument::documentId);
        Map<UUID, String> names = producerNames.of(
                page.items().stream().map(PayoutDocument::memberId).toList());
        return page.map(document -> summary(document, names.get(document.memberId())));
    }

    private static PayoutDocumentSummary summary(PayoutDocument document, @Nullable String memberName) {
        return new PayoutDocumentSummary(
                document.documentId(),
                document.number(),
                document.kind(),
                document.settlementId(),
                document.poolId(),
                document.memberId(),
                memberName,
                document.product(),
                document.period(),
                document.issuedOn(),
                document.total(),
                document.taxIfOwed(),
                document.amends(),
                document.digest());
    }

    @GET
    @Path("/{documentId}")
    @Transactional
    @Operation(summary = "Show all that stands on a document; a producer sees its own")
    public PayoutDocumentView get(@PathParam("documentId") UUID documentId) {
        PayoutDocument document = visible(documentId);
        return new PayoutDocumentView(
                document.documentId(),
                document.memberId(),
                document.poolId(),
                document.template(),
                content(document),
                document.digest(),
                document.content());
    }

    @GET
    @Path("/{documentId}/pdf")
    @Produces("application/pdf")
    @Transactional
    @Operation(
            operationId = "getPayoutDocumentPdf",
            summary = "Download a document as PDF, in the language that the law wants and the one asked for")
    public Response pdf(
            @PathParam("documentId") UUID documentId,
            @Parameter(description = "ISO 639-1; the law's where it is left out or has no words")
                    @QueryParam("language")
                    @Size(max = 8) @Nullable String language) {
        PayoutDocument document = visible(documentId);
        PdfDocument pdf =
                PayoutDocumentPdf.of(content(document), document.digest(), Objects.requireNonNullElse(language, ""));
        return Response.ok(pdf.bytes())
                .header("Content-Disposition", "attachment; filename=\"" + document.number() + ".pdf\"")
                .build();
    }

    private PayoutDocument visible(UUID documentId) {
        PayoutDocument document =
                documents.find(documentId).orElseThrow(() -> Problem.notFound("payout document", documentId));
        caller.requireMemberOr(document.memberId(), DESKS);
        return document;
    }

    private DocumentContent content(PayoutDocument document) {
        try {
            return json.readValue(document.content(), DocumentContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("document " + document.number() + " cannot be read", e);
        }
    }
}
