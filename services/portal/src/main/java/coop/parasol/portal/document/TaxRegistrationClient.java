package coop.parasol.portal.document;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service membership, as far as pages of tax registrations need it. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("members/{memberId}/tax-registrations")
public interface TaxRegistrationClient {

    /** How a member is or was registered for tax. */
    record TaxRegistration(
            UUID registrationId,
            String scheme,
            String country,
            @Nullable String number,
            @Nullable String address,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate selfBillingAgreedOn,
            Instant enteredAt) {}

    /** The same as it was typed: the service says what is wrong with it. */
    record NewTaxRegistration(
            @Nullable String scheme,
            @Nullable String country,
            @Nullable String number,
            @Nullable String address,
            @Nullable String validFrom,
            @Nullable String validUntil,
            @Nullable String selfBillingAgreedOn) {}

    @GET
    Listed<TaxRegistration> registrations(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    TaxRegistration enter(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("Idempotency-Key") String key,
            NewTaxRegistration registration);
}
