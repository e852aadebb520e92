package coop.parasol.portal.treasury;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Statements of the bank, with what became of each line. */
@Path("treasury/bank-statements")
@Blocking
final class BankStatementPages {

    private static final int PAGE = 5;

    private final PaymentsClient payments;

    BankStatementPages(@RestClient PaymentsClient payments) {
        this.payments = payments;
    }

    @CheckedTemplate(basePath = "treasury")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance bankStatements(
                Listed<PaymentsClient.BankStatement> statements,
                PaymentsClient.@Nullable BankStatement readBefore,
                FormFields form);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return Templates.bankStatements(payments.statements(after, PAGE), null, FormFields.empty());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestForm("statement") FileUpload statement) {
        try {
            var answer = payments.upload(Files.readAllBytes(statement.uploadedFile()));
            PaymentsClient.BankStatement read = answer.getEntity();
            return answer.getStatus() == Response.Status.CREATED.getStatusCode()
                    ? Done.at("/treasury/bank-statements", read.messageId())
                    : Response.ok(Templates.bankStatements(payments.statements(null, PAGE), read, FormFields.empty()))
                            .build();
        } catch (ServiceProblem refused) {
            FormFields form = FormFields.empty();
            return form.refusedBy(refused, () -> Templates.bankStatements(payments.statements(null, PAGE), null, form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
