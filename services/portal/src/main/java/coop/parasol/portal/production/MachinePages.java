package coop.parasol.portal.production;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** A producer's machines, which report batches without a person. */
@Path("machines")
@Blocking
final class MachinePages {

    private static final String HOME = "/machines";
    private static final int PAGE = 50;

    private final MachineClient production;
    private final String origin;

    /** @param origin the firm's public address, below which machines find the service */
    MachinePages(@RestClient MachineClient production, @ConfigProperty(name = "parasol.public-origin") String origin) {
        this.production = production;
        this.origin = origin;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance machines(Listed<MachineClient.Machine> machines, FormFields form);

        static native TemplateInstance machineToken(MachineClient.IssuedToken issued, String address);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return page(after, FormFields.empty());
    }

    private TemplateInstance page(@Nullable String after, FormFields form) {
        return Templates.machines(production.machines(after, PAGE), form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            production.add(form.key(), new MachineClient.NewMachine(form.optional("name")));
            return Done.at(HOME);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(null, form));
        }
    }

    @POST
    @Path("{machineId}/token")
    public TemplateInstance issue(@PathParam("machineId") UUID machineId) {
        return Templates.machineToken(production.issue(machineId), origin + "/api/production/batches");
    }

    @POST
    @Path("{machineId}/revocation")
    public Response revoke(@PathParam("machineId") UUID machineId) {
        production.revoke(machineId);
        return Done.at(HOME);
    }
}
