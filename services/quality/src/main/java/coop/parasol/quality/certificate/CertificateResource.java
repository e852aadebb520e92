package coop.parasol.quality.certificate;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.pdf.Pdf;
import coop.parasol.persistence.QueryCondition;
import coop.parasol.quality.certificate.rules.CertificateState;
import coop.parasol.quality.directory.ProducerNames;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of certificates, for the producers of the goods and for the quality desk. */
@Path("/certificates")
@Tag(name = "Certificates")
public class CertificateResource {

    private static final String DESK = "quality-desk";

    private final Template labels;
    private final CertificateTexts texts;
    private final PublicUrl publicUrl;
    private final ProducerNames producerNames;
    private final Caller caller;
    private final FirmClock clock;

    CertificateResource(
            @Location("labels.html") Template labels,
            CertificateTexts texts,
            PublicUrl publicUrl,
            ProducerNames producerNames,
            Caller caller,
            FirmClock clock) {
        this.texts = texts;
        this.labels = labels;
        this.publicUrl = publicUrl;
        this.producerNames = producerNames;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A certificate in a list.
     *
     * @param memberName of the producer as it is called now; absent once it was erased
     */
    public record Item(
            String number,
            UUID batchId,
            UUID memberId,
            @Nullable String memberName,
            String product,
            String lot,
            String grade,
            Quantity quantity,
            @Nullable LocalDate bestBefore,
            CertificateState state,
            Instant issuedAt,
            @Nullable UUID recallId) {

        static Item of(Certificate certificate, @Nullable String memberName, Instant now) {
            return new Item(
                    certificate.number,
                    certificate.batchId,
                    certificate.memberId,
                    memberName,
                    certificate.product,
                    certificate.lot,
                    certificate.grade,
                    certificate.certified(),
                    certificate.bestBefore,
                    certificate.stateAt(now),
                    certificate.issuedAt,
                    certificate.recallId);
        }
    }

    @GET
    @RolesAllowed({DESK, "producer"})
    @Transactional
    @Operation(
            summary =
                    "List certificates by number: all, or those of a state, a product, a lot or a number; a producer sees its own")
    public Page<Item> list(
            @QueryParam("state") @Nullable CertificateState state,
            @QueryParam("product") @Size(max = 50) @Nullable String product,
            @QueryParam("lot") @Size(max = 200) @Nullable Identifier lot,
            @QueryParam("number") @Size(max = 100) @Nullable String number,
            @BeanParam @Valid PageQuery query) {
        UUID memberId = caller.has(DESK) ? null : caller.member();
        Instant now = clock.now();
        Page<Certificate> page = query.byText(
                (String after, int maxRows) -> find(after, maxRows, new Filter(memberId, state, product, lot, number)),
                certificate -> certificate.number);
        Map<UUID, String> names = producerNames.of(
                page.items().stream().map(certificate -> certificate.memberId).toList());
        return page.map(certificate -> Item.of(certificate, names.get(certificate.memberId), now));
    }

    /** Which certificates; null for any. */
    private record Filter(
            @Nullable UUID memberId,
            @Nullable CertificateState state,
            @Nullable String product,
            @Nullable Identifier lot,
            @Nullable String number) {}

    private static List<Certificate> find(String after, int maxRows, Filter filter) {
        QueryCondition condition = new QueryCondition("number > ?1", after)
                .and("memberId =", filter.memberId())
                .and("state =", filter.state())
                .and("product =", filter.product())
                .andEither("lotKey =", "brandLot =", Identifier.normalOrNull(filter.lot()))
                .and("number =", filter.number());
        return Certificate.<Certificate>find(condition.orderedBy("number"), condition.values())
                .range(0, maxRows - 1)
                .list();
    }

    @GET
    @Path("/{number}/labels")
    @Produces("application/pdf")
    @RolesAllowed({DESK, "producer"})
    @Transactional
    @Operation(
            operationId = "printCertificateLabels",
            summary =
                    "Download labels with the certificate's QR code, to print on A4 and stick on the goods; of a certificate in"
                            + " force only")
    @APIResponse(
            responseCode = "200",
            description = "The labels",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response labels(
            @PathParam("number") String number,
            @QueryParam("count") @DefaultValue("24") @Min(1) @Max(240) int count,
            @Context HttpHeaders headers) {
        Certificate certificate =
                Certificate.find(number).orElseThrow(() -> Problem.notFound("certificate", "of this number"));
        caller.requireMemberOr(certificate.memberId, DESK);
        if (certificate.stateAt(clock.now()) != CertificateState.CERTIFIED) {
            throw Problem.refused("not-in-force", "Labels are printed for certificates in force only.");
        }
        String page = publicUrl.ofCertificate(certificate.number);
        CertificateView view = CertificateView.of(certificate, clock.now());
        PrintedWords words = PrintedWords.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        String html = labels.data("certificate", view)
                .data("language", words.language())
                .data("words", words.texts())
                .data("text", texts.of(view, words))
                .data("qr", QrCode.of(page).pngDataUri())
                .data("labels", Collections.nCopies(count, certificate.number))
                .render();
        return Response.ok(Pdf.of(html))
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                .build();
    }
}
