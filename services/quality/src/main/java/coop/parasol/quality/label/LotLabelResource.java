package coop.parasol.quality.label;

import coop.parasol.firm.FirmClock;
import coop.parasol.pdf.Pdf;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.certificate.PrintedWords;
import coop.parasol.quality.certificate.PublicUrl;
import coop.parasol.quality.certificate.QrCode;
import coop.parasol.quality.standard.Standard;
import coop.parasol.web.Caller;
import coop.parasol.web.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * REST: labels of a lot that waits for its certification or did not get it. They say that the goods are blocked, so that nobody takes
 * them for certified ones, and bear the brand's lot (GS1 application identifier 10) in words and as a QR code.
 */
@Path("/batches/{batchId}/labels")
@Tag(name = "Batches")
public class LotLabelResource {

    private static final String DESK = "quality-desk";

    private final Template labels;
    private final PublicUrl publicUrl;
    private final FirmClock clock;
    private final Caller caller;

    LotLabelResource(
            @Location("lot-labels.html") Template labels, PublicUrl publicUrl, FirmClock clock, Caller caller) {
        this.labels = labels;
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Produces("application/pdf")
    @RolesAllowed({DESK, "producer"})
    @Transactional
    @Operation(
            operationId = "printLotLabels",
            summary =
                    "Download labels of a lot that is not certified, to print on A4 and stick on the goods: blocked, with its lot"
                            + " and a QR code")
    @APIResponse(
            responseCode = "200",
            description = "The labels",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response labels(
            @PathParam("batchId") UUID batchId,
            @QueryParam("count") @DefaultValue("24") @Min(1) @Max(240) int count,
            @Context HttpHeaders headers) {
        Batch batch = Batch.<Batch>findByIdOptional(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        caller.requireMemberOr(batch.memberId, DESK);
        if (batch.stateOn(clock.today()) == Batch.State.CERTIFIED) {
            throw Problem.refused("certified", "Certified goods get the labels of their certificate.");
        }
        if (batch.state == Batch.State.WITHDRAWN) {
            throw Problem.refused("batch-withdrawn", "The batch is withdrawn; there are no goods to stick labels on.");
        }
        String lot = batch.brandLot;
        Integer version = batch.standardVersion;
        if (lot == null || version == null) {
            throw Problem.refused(
                    "no-brand-lot", "The lot of the brand is given when the sample is drawn; print the labels then.");
        }
        Standard standard = Standard.version(batch.product, version);
        // a label is read by whoever stands before the goods, so that English stands beside the language of who prints
        // it
        PrintedWords words = PrintedWords.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        String html = labels.data("lot", lot)
                .data("language", words.language())
                .data("words", words.texts())
                .data(
                        "english",
                        words.isEnglish() ? null : PrintedWords.english().texts())
                .data("own", batch.lot)
                .data("bestBefore", batch.bestBefore == null ? null : batch.bestBefore.toString())
                .data("product", standard.name)
                .data("quantity", words.quantity(batch.quantity, batch.unit))
                .data(
                        "qr",
                        QrCode.of(LotCode.of(publicUrl.root(), standard.specification.gtin(), lot))
                                .pngDataUri())
                .data("labels", Collections.nCopies(count, lot))
                .render();
        return Response.ok(Pdf.of(html))
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                .build();
    }
}
