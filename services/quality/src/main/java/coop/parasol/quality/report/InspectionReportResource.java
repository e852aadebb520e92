package coop.parasol.quality.report;

import coop.parasol.pdf.Pdf;
import coop.parasol.quality.certificate.Certificate;
import coop.parasol.quality.certificate.CertificateTexts;
import coop.parasol.quality.certificate.PrintedWords;
import coop.parasol.web.Caller;
import coop.parasol.web.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST resource of the inspection reports of certified lots, for buyers. */
@Path("/certificates/{number}/inspection-report")
@Tag(name = "Certificates")
public class InspectionReportResource {

    private static final String[] BUYERS_AND_DESK = {"partner", "quality-desk"};

    private final CompileInspectionReport compileInspectionReport;
    private final Template page;
    private final CertificateTexts texts;
    private final Caller caller;

    InspectionReportResource(
            CompileInspectionReport compileInspectionReport,
            @Location("inspection-report.html") Template page,
            CertificateTexts texts,
            Caller caller) {
        this.compileInspectionReport = compileInspectionReport;
        this.page = page;
        this.texts = texts;
        this.caller = caller;
    }

    @GET
    @Produces("application/pdf")
    @RolesAllowed({"partner", "quality-desk", "producer"})
    @Transactional
    @Operation(
            summary =
                    "Print the inspection report and certificate of analysis of a certified lot as PDF: plan, values, limits and"
                            + " photos; for whoever has the certificate's number, a producer of its own lots")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response report(@PathParam("number") String number, @Context HttpHeaders headers) {
        Certificate certificate =
                Certificate.find(number).orElseThrow(() -> Problem.notFound("certificate", "of this number"));
        caller.requireMemberOr(certificate.memberId, BUYERS_AND_DESK);
        PrintedWords words = PrintedWords.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        InspectionReport report = compileInspectionReport.of(certificate, words);
        String html = page.data("report", report)
                .data("certificate", report.certificate())
                .data("text", texts.of(report.certificate(), words))
                .data("language", words.language())
                .data("words", words.texts())
                .data("leftOut", words.text("leftOut", "files", String.valueOf(report.photosLeftOut())))
                .render();
        return Response.ok(Pdf.of(html))
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                .build();
    }
}
