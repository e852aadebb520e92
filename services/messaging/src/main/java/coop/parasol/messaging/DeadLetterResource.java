package coop.parasol.messaging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For whoever runs the system: what this service could not handle, and handling it again after the cause is gone. */
@Path("/dead-letters")
@RolesAllowed("administrator")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
public class DeadLetterResource {

    private static final int LARGEST_PAGE = 200;
    private static final int MOST_REPLAYED = 1000;

    private final ParkedEvents parkedEvents;
    private final Dispatcher dispatcher;

    DeadLetterResource(ParkedEvents parkedEvents, Dispatcher dispatcher) {
        this.parkedEvents = parkedEvents;
        this.dispatcher = dispatcher;
    }

    /** @param next where the next page begins; null on the last */
    public record DeadLetters(
            List<DeadLetter> items, @Nullable String next) {}

    /** @param content the event as received */
    public record Opened(DeadLetter letter, String content) {}

    /**
     * @param replayed events of the aggregate that are handled now
     * @param failure why the next one failed again; null if none did
     */
    public record Replayed(int replayed, @Nullable String failure) {}

    @GET
    @Operation(summary = "Events that wait because they could not be handled, oldest first")
    public DeadLetters list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new BadRequestException("limit must be 1 to " + LARGEST_PAGE);
        }
        List<ParkedEvents.Listed> found = parkedEvents.list(cursor(after), limit + 1);
        boolean more = found.size() > limit;
        List<ParkedEvents.Listed> page = more ? found.subList(0, limit) : found;
        return new DeadLetters(
                page.stream().map(ParkedEvents.Listed::letter).toList(),
                more ? Long.toString(page.getLast().position()) : null);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of them, with its content")
    public Opened get(@PathParam("id") UUID id) {
        DeadLetter letter = find(id);
        return new Opened(letter, parkedEvents.content(id).orElse(""));
    }

    @POST
    @Path("{id}/replay")
    @Operation(summary = "Handles it again, together with all that waits of the same aggregate, in order")
    public Replayed replay(@PathParam("id") UUID id) {
        DeadLetter letter = find(id);
        Dispatcher.Replay replay = dispatcher.replay(new Delivery.Key(letter.topic(), letter.subject()), MOST_REPLAYED);
        return new Replayed(replay.replayed(), replay.failure());
    }

    private DeadLetter find(UUID id) {
        return parkedEvents.find(id).orElseThrow(() -> new NotFoundException("no dead letter " + id));
    }

    private static long cursor(@Nullable String after) {
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new BadRequestException("after must be the next of a page", e);
        }
    }
}
