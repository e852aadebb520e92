package coop.parasol.portal.document;

import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** How a member is registered for tax, which it enters itself. */
@Path("my-firm/tax")
@Blocking
final class OwnTaxPages {

    private static final String ADDRESS = "/my-firm/tax";
    private static final String BACK = "/my-firm";

    private final TaxForm taxForm;
    private final Person person;
    private final Firm firm;

    OwnTaxPages(TaxForm taxForm, Person person, Firm firm) {
        this.taxForm = taxForm;
        this.person = person;
        this.firm = firm;
    }

    @GET
    public TemplateInstance show() {
        return taxForm.page(own(), FormFields.empty().with("validFrom", firm.today()), ADDRESS, BACK);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(MultivaluedMap<String, String> sent) {
        return taxForm.enter(own(), sent, ADDRESS, BACK);
    }

    private UUID own() {
        UUID memberId = person.memberId();
        if (memberId == null) {
            throw new NotFoundException();
        }
        return memberId;
    }
}
