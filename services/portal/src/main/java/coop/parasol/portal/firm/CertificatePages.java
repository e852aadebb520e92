package coop.parasol.portal.firm;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.PublicPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A certificate by its number, which is also what its QR code leads to, and what can be printed of it. */
@Path("certificates")
@Blocking
final class CertificatePages {

    private final CertificateClient quality;
    private final Person person;

    CertificatePages(@RestClient CertificateClient quality, Person person) {
        this.quality = quality;
        this.person = person;
    }

    @CheckedTemplate(basePath = "firm")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance certificates();

        static native TemplateInstance certificate(
                CertificateClient.Certificate certificate, Instant checked, boolean reports, boolean labels);

        static native TemplateInstance noCertificate(String number);
    }

    @GET
    @PublicPage
    public Response search(@QueryParam("number") @Nullable String number) {
        if (number == null || number.isBlank()) {
            return Response.ok(Templates.certificates()).build();
        }
        return Response.seeOther(UriBuilder.fromPath("/certificates/{number}").build(number.strip()))
                .build();
    }

    @GET
    @Path("{number}")
    @PublicPage
    public Response show(@PathParam("number") String number) {
        try {
            boolean producesOrDecides = person.is("producer") || person.is("quality-desk");
            CertificateClient.Certificate certificate = quality.certificate(number);
            return Response.ok(Templates.certificate(
                            certificate,
                            Instant.now(),
                            producesOrDecides || person.is("partner"),
                            producesOrDecides && certificate.isInForce()))
                    .build();
        } catch (ServiceProblem refused) {
            if (refused.document().status() == Response.Status.NOT_FOUND.getStatusCode()) {
                return Response.status(Response.Status.NOT_FOUND)
                        .entity(Templates.noCertificate(number))
                        .build();
            }
            throw refused;
        }
    }

    @GET
    @Path("{number}/print")
    @PublicPage
    public Response print(@PathParam("number") String number) {
        return passedOn(quality.print(number, Language.ofReader().tag()));
    }

    @GET
    @Path("{number}/qr")
    @PublicPage
    public Response qr(@PathParam("number") String number) {
        return passedOn(quality.qr(number));
    }

    @GET
    @Path("{number}/labels")
    public Response labels(@PathParam("number") String number, @QueryParam("count") @Nullable Integer count) {
        return passedOn(quality.labels(number, count, Language.ofReader().tag()));
    }

    @GET
    @Path("{number}/inspection-report")
    public Response inspectionReport(@PathParam("number") String number) {
        return passedOn(quality.inspectionReport(number, Language.ofReader().tag()));
    }

    /** The signed certificate as a file, which {@code ./parasol verify-certificate} and the page for it read. */
    @GET
    @Path("{number}/signed")
    @PublicPage
    public Response signed(@PathParam("number") String number) {
        CertificateClient.Certificate certificate = quality.certificate(number);
        return Response.ok(certificate.jws(), "application/jose")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + certificate.number() + ".jws\"")
                .build();
    }

    private static Response passedOn(RestResponse<byte[]> answer) {
        return Response.ok(answer.getEntity())
                .type(answer.getMediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, answer.getHeaderString(HttpHeaders.CONTENT_DISPOSITION))
                .build();
    }
}
