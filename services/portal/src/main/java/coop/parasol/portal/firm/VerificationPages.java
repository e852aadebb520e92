package coop.parasol.portal.firm;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import coop.parasol.contracts.SignedCertificate;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.PublicPage;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a signed certificate as {@code ./parasol verify-certificate} does: with nothing but the firm's public keys. Whether it
 * is in force today is looked up besides.
 */
@Path("certificates/verify")
@Blocking
@PublicPage
final class VerificationPages {

    private static final int UNPROCESSABLE = 422;
    private static final long MAX_BYTES = 100_000;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final CertificateClient quality;
    private final Parts parts;
    private final FirmMessages words = Words.of(FirmMessages.class);

    VerificationPages(@RestClient CertificateClient quality, Parts parts) {
        this.quality = quality;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "firm")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance verify(FormFields form);

        static native TemplateInstance verified(List<Fact> facts, Part<CertificateClient.Certificate> today);

        static native TemplateInstance notValid(String reason);
    }

    /** What the firm has signed, by the name of its claim. */
    public record Fact(String name, String value) {

        /** The claim's name as words: productName is "Product name". */
        public String words() {
            return Formats.words(name);
        }
    }

    @GET
    public TemplateInstance form() {
        return Templates.verify(FormFields.empty());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response verify(@RestForm @Nullable String certificate, @RestForm @Nullable FileUpload file)
            throws IOException {
        String text = certificate == null ? "" : certificate.strip();
        if (file != null && file.size() > MAX_BYTES) {
            return refused(words.fileTooLarge());
        }
        if (text.isEmpty() && file != null) {
            text = Files.readString(file.uploadedFile(), StandardCharsets.ISO_8859_1)
                    .strip();
        }
        if (text.isEmpty()) {
            return refused(words.nothingToVerify());
        }
        String keys = quality.keys();
        return switch (SignedCertificate.verify(text, keys, VerificationPages::object, Instant.now())) {
            case SignedCertificate.Valid(Map<String, String> claims) -> {
                String number = claims.getOrDefault("sub", "");
                List<Fact> facts = claims.entrySet().stream()
                        .map(claim -> new Fact(claim.getKey(), claim.getValue()))
                        .toList();
                yield Response.ok(Templates.verified(facts, parts.load(() -> quality.certificate(number))))
                        .build();
            }
            case SignedCertificate.Invalid(String reason) ->
                Response.status(UNPROCESSABLE)
                        .entity(Templates.notValid(reason))
                        .build();
        };
    }

    private static Response refused(String sentence) {
        FormFields form = FormFields.empty();
        form.refuse("certificate", sentence);
        return form.incomplete(() -> Templates.verify(form));
    }

    private static Map<String, Object> object(String text) throws IOException {
        Map<String, Object> object = STRICT.readValue(text, OBJECT);
        if (object == null) {
            throw new IOException("null is no object");
        }
        return object;
    }
}
