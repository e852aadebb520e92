package coop.parasol.portal.document;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.Country;
import coop.parasol.portal.page.FormFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The page of a member's tax registrations, the same for itself and for the registrar. */
@ApplicationScoped
class TaxForm {

    private static final List<String> SCHEMES =
            List.of("COMPOSITION", "EXEMPT_SUPPLIES", "SMALL_ENTERPRISE", "STANDARD", "NONE");
    private static final int SHOWN = 200;

    private final TaxRegistrationClient registrations;

    TaxForm(@RestClient TaxRegistrationClient registrations) {
        this.registrations = registrations;
    }

    @CheckedTemplate(basePath = "document")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance tax(
                Listed<TaxRegistrationClient.TaxRegistration> registrations,
                FormFields form,
                List<String> schemes,
                List<Country> countries,
                String action,
                String back);
    }

    /**
     * The page.
     *
     * @param action its own address
     * @param back where it was come from
     */
    TemplateInstance page(UUID memberId, FormFields form, String action, String back) {
        return Templates.tax(
                registrations.registrations(memberId, null, SHOWN), form, SCHEMES, Country.all(), action, back);
    }

    Response enter(UUID memberId, MultivaluedMap<String, String> sent, String action, String back) {
        FormFields form = FormFields.sent(sent);
        try {
            registrations.enter(
                    memberId,
                    form.key(),
                    new TaxRegistrationClient.NewTaxRegistration(
                            form.optional("scheme"),
                            form.optional("country"),
                            form.optional("number"),
                            form.optional("address"),
                            form.optional("validFrom"),
                            form.optional("validUntil"),
                            form.optional("selfBillingAgreedOn")));
            return Done.at(action);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(memberId, form, action, back));
        }
    }
}
