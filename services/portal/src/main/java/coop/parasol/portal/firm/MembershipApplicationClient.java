package coop.parasol.portal.firm;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service membership, as far as a firm applies there that is not a member yet. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface MembershipApplicationClient {

    /** An application as it was typed: the service says what is wrong with it. */
    record Application(
            @Nullable String name,
            @Nullable String registrationNumber,
            @Nullable String kind,
            @Nullable String email,
            List<String> capabilities,
            @Nullable Address address,
            @Nullable String iban,
            String language) {}

    /** A postal address; the country is an ISO 3166-1 alpha-2 code. */
    record Address(
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country) {}

    /** An application that was received. */
    record Applicant(UUID memberId) {}

    /** A link that was opened. */
    record Confirmation(String token) {}

    @POST
    @Path("applications/confirmation")
    void confirm(Confirmation confirmation);

    @POST
    @Path("applications")
    Applicant apply(@HeaderParam("Idempotency-Key") String key, Application application);
}
