package coop.parasol.portal.document;

import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** How a member is registered for tax, as the registrar enters it. */
@Path("registrar/members/{memberId}/tax")
@Blocking
final class MemberTaxPages {

    private static final String MEMBERS = "/registrar/members/";

    private final TaxForm taxForm;
    private final Firm firm;

    MemberTaxPages(TaxForm taxForm, Firm firm) {
        this.taxForm = taxForm;
        this.firm = firm;
    }

    @GET
    public TemplateInstance show(@PathParam("memberId") UUID memberId) {
        return taxForm.page(
                memberId,
                FormFields.empty().with("validFrom", firm.today()),
                MEMBERS + memberId + "/tax",
                MEMBERS + memberId);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(@PathParam("memberId") UUID memberId, MultivaluedMap<String, String> sent) {
        return taxForm.enter(memberId, sent, MEMBERS + memberId + "/tax", MEMBERS + memberId);
    }
}
