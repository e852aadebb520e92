package coop.parasol.quality.certificate;

import coop.parasol.pdf.Pdf;
import coop.parasol.quality.certificate.rules.CertificateState;
import coop.parasol.web.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Anyone, without logging in: is this certificate in force? An unknown number and a malformed one are answered alike. */
@Path("/certificates")
@Tag(name = "Verification")
public class VerificationResource {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'";
    private static final int NOT_FOUND = 404;

    private final Template page;
    private final Template print;
    private final PublicAddress address;
    private final Clock clock;

    VerificationResource(
            @Location("certificate.html") Template page,
            @Location("certificate-print.html") Template print,
            PublicAddress address,
            Clock clock) {
        this.page = page;
        this.print = print;
        this.address = address;
        this.clock = clock;
    }

    @GET
    @Path("/{number}")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @RateLimited
    @Transactional
    @Operation(summary = "Whether a certificate is in force now, and what it certifies; a browser gets a page")
    @APIResponse(
            responseCode = "200",
            description =
                    "What it certifies and is worth; as text/html a page, as application/jose the signed text alone",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CertificateView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/jose", schema = @Schema(type = SchemaType.STRING))
            })
    public Response state(@PathParam("number") String number) {
        return fresh(Response.ok(CertificateView.of(find(number), now())));
    }

    @GET
    @Path("/{number}")
    @Produces("text/html;qs=0.9")
    @PermitAll
    @RateLimited
    @Transactional
    @Operation(hidden = true)
    public Response page(@PathParam("number") String number) {
        return Certificate.of(number)
                .map(certificate -> html(Response.ok(), view(certificate)))
                .orElseGet(() -> html(Response.status(NOT_FOUND), null));
    }

    @GET
    @Path("/{number}")
    @Produces("application/jose;qs=0.8")
    @PermitAll
    @RateLimited
    @Transactional
    @Operation(hidden = true)
    public Response signed(@PathParam("number") String number) {
        return fresh(Response.ok(find(number).jws));
    }

    @GET
    @Path("/{number}/qr")
    @Produces("image/svg+xml")
    @PermitAll
    @RateLimited
    @Transactional
    @Operation(summary = "The QR code that leads to the certificate's page")
    @APIResponse(
            responseCode = "200",
            description = "The code as a drawing",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response qr(@PathParam("number") String number) {
        return fresh(Response.ok(QrCode.of(address.page(find(number).number)).svg()));
    }

    @GET
    @Path("/{number}/print")
    @Produces("application/pdf")
    @PermitAll
    @RateLimited
    @Transactional
    @Operation(summary = "The certificate to print")
    @APIResponse(
            responseCode = "200",
            description = "The certificate",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("number") String number) {
        Certificate certificate = find(number);
        String html = print.data("certificate", view(certificate))
                .data("page", address.page(certificate.number))
                .data("qr", QrCode.of(address.page(certificate.number)).pngAddress())
                .data("now", now())
                .render();
        return fresh(Response.ok(Pdf.of(html)));
    }

    private Response html(Response.ResponseBuilder answer, @Nullable CertificateView view) {
        String html = page.data("certificate", view)
                .data("now", now())
                .data("inForce", view != null && view.state() == CertificateState.CERTIFIED)
                .data(
                        "qr",
                        view == null
                                ? null
                                : QrCode.of(address.page(view.number())).pngAddress())
                .render();
        return fresh(answer.entity(html)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer"));
    }

    /** What holds now may not hold in a minute. */
    private static Response fresh(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Certificate find(String number) {
        return Certificate.of(number)
                .orElseThrow(() -> Problem.of(NOT_FOUND, "not-found", "There is no such certificate."));
    }

    private CertificateView view(Certificate certificate) {
        return CertificateView.of(certificate, now());
    }

    private Instant now() {
        return clock.instant();
    }
}
