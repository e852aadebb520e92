package coop.parasol.portal.administration;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.jspecify.annotations.Nullable;

/** The events that a service could not handle; every service has the same interface. */
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("dead-letters")
public interface DeadLetterClient {

    /** An event that a service could not handle, or that waits behind one of the same aggregate. */
    record DeadLetter(
            UUID id,
            String type,
            String topic,
            int partition,
            long offset,
            String subject,
            int attempts,
            String reason,
            Instant parkedAt) {}

    /** A parked event with its content. */
    record Detail(DeadLetter letter, String content) {}

    /** How many events were handled, and why the next one was not. */
    record Replayed(int replayed, @Nullable String failure) {}

    @GET
    Listed<DeadLetter> letters(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("{id}")
    Detail letter(@PathParam("id") UUID id);

    @POST
    @Path("{id}/replay")
    Replayed replay(@PathParam("id") UUID id);
}
