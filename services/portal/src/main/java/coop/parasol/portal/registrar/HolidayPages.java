package coop.parasol.portal.registrar;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The firm's holidays: the registrar names and removes them. */
@Path("registrar/holidays")
@Blocking
final class HolidayPages {

    private static final String HOME = "/registrar/holidays";
    private static final int PAGE = 50;

    private final HolidayClient production;

    HolidayPages(@RestClient HolidayClient production) {
        this.production = production;
    }

    @CheckedTemplate(basePath = "registrar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance holidays(Listed<HolidayClient.Holiday> holidays, FormFields form);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return Templates.holidays(production.holidays(after, PAGE), FormFields.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            production.set(new HolidayClient.NewHoliday(form.optional("day"), form.optional("name")));
            return home();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> again(form));
        }
    }

    @POST
    @Path("{day}/removal")
    public Response remove(@PathParam("day") LocalDate day) {
        production.remove(day);
        return home();
    }

    private TemplateInstance again(FormFields form) {
        return Templates.holidays(production.holidays(null, PAGE), form);
    }

    private static Response home() {
        return Response.seeOther(URI.create(HOME)).build();
    }
}
