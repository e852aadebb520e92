package coop.parasol.quality.certificate;

import coop.parasol.firm.FirmClock;
import coop.parasol.pdf.Pdf;
import coop.parasol.quality.certificate.rules.CertificateState;
import coop.parasol.web.Problem;
import coop.parasol.web.RateLimited;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * REST resource by which anyone verifies, without an account, whether a certificate is in force. An unknown number and a
 * malformed one are answered alike.
 */
@Path("/certificates")
@Tag(name = "Verification")
public class VerificationResource {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'";
    private static final int NOT_FOUND = 404;

    private final Template page;
    private final Template print;
    private final CertificateTexts texts;
    private final PublicUrl publicUrl;
    private final CertificateSignature signature;
    private final FirmClock clock;

    VerificationResource(
            @Location("certificate.html") Template page,
            @Location("certificate-print.html") Template print,
            CertificateTexts texts,
            PublicUrl publicUrl,
            CertificateSignature signature,
            FirmClock clock) {
        this.page = page;
        this.print = print;
        this.texts = texts;
        this.publicUrl = publicUrl;
        this.signature = signature;
        this.clock = clock;
    }

    @GET
    @Path("/{number}")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @RateLimited("verification")
    @Transactional
    @Operation(
            operationId = "verifyCertificate",
            summary = "Show what a certificate certifies, and whether it is in force now; a browser gets a page")
    @APIResponse(
            responseCode = "200",
            description = "What is certified, and the certificate's state; as text/html a page, as application/jose the"
                    + " signed certificate alone",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CertificateView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/jose", schema = @Schema(type = SchemaType.STRING))
            })
    public Response state(@PathParam("number") String number) {
        return uncached(Response.ok(view(find(number))));
    }

    @GET
    @Path("/{number}")
    @Produces("text/html;qs=0.9")
    @PermitAll
    @RateLimited("verification")
    @Transactional
    @Operation(hidden = true)
    public Response page(@PathParam("number") String number) {
        return Certificate.find(number)
                .map(certificate -> html(Response.ok(), view(certificate)))
                .orElseGet(() -> html(Response.status(NOT_FOUND), null));
    }

    @GET
    @Path("/{number}")
    @Produces("application/jose;qs=0.8")
    @PermitAll
    @RateLimited("verification")
    @Transactional
    @Operation(hidden = true)
    public Response signed(@PathParam("number") String number) {
        return uncached(Response.ok(signature.of(find(number))));
    }

    @GET
    @Path("/{number}/qr")
    @Produces("image/svg+xml")
    @PermitAll
    @RateLimited("verification")
    @Transactional
    @Operation(
            operationId = "getCertificateQrCode",
            summary = "Download the QR code with the URL of the certificate's page")
    @APIResponse(
            responseCode = "200",
            description = "The QR code as an SVG drawing",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response qr(@PathParam("number") String number) {
        return uncached(Response.ok(
                QrCode.of(publicUrl.ofCertificate(find(number).number)).svg()));
    }

    @GET
    @Path("/{number}/print")
    @Produces("application/pdf")
    @PermitAll
    @RateLimited("verification")
    @Transactional
    @Operation(
            operationId = "printCertificate",
            summary = "Download the certificate as a PDF to print, with its QR code and its signed text")
    @APIResponse(
            responseCode = "200",
            description = "The certificate",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("number") String number, @Context HttpHeaders headers) {
        Certificate certificate = find(number);
        CertificateView view = view(certificate);
        PrintedWords words = PrintedWords.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        String html = print.data("certificate", view)
                .data("text", texts.of(view, words))
                .data("page", publicUrl.ofCertificate(certificate.number))
                .data(
                        "qr",
                        QrCode.of(publicUrl.ofCertificate(certificate.number)).pngDataUri())
                .data("language", words.language())
                .data("words", words.texts())
                .render();
        return uncached(Response.ok(Pdf.of(html)).header(HttpHeaders.CONTENT_LANGUAGE, words.language()));
    }

    private Response html(Response.ResponseBuilder answer, @Nullable CertificateView view) {
        String html = page.data("certificate", view)
                .data("text", view == null ? null : texts.of(view))
                .data("firm", texts.firm())
                .data("inForce", view != null && view.state() == CertificateState.CERTIFIED)
                .data(
                        "qr",
                        view == null
                                ? null
                                : QrCode.of(publicUrl.ofCertificate(view.number()))
                                        .pngDataUri())
                .render();
        return uncached(answer.entity(html)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Referrer-Policy", "no-referrer"));
    }

    /** A certificate may be suspended at any moment, so nobody stores an answer. */
    private static Response uncached(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Certificate find(String number) {
        return Certificate.find(number)
                .orElseThrow(() -> Problem.of(NOT_FOUND, "not-found", "There is no such certificate."));
    }

    private CertificateView view(Certificate certificate) {
        return CertificateView.of(certificate, signature.of(certificate), now());
    }

    private Instant now() {
        return clock.now();
    }
}
