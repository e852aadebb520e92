package coop.parasol.messaging;

import io.quarkus.security.identity.SecurityIdentity;
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

/** Events that this service could not handle, for the administrator: list them, read one, handle it again after a fix. */
@Path("/dead-letters")
@RolesAllowed("administrator")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
public class DeadLetterResource {

    private static final int MAX_PAGE_SIZE = 200;

    private final ParkedEventList parkedEvents;
    private final ParkedReplays replays;
    private final AdministrativeActs acts;
    private final SecurityIdentity caller;

    DeadLetterResource(
            ParkedEventList parkedEvents, ParkedReplays replays, AdministrativeActs acts, SecurityIdentity caller) {
        this.parkedEvents = parkedEvents;
        this.replays = replays;
        this.acts = acts;
        this.caller = caller;
    }

    /** @param next the cursor {@code after} of the next page; null on the last */
    public record DeadLetters(
            List<DeadLetter> items, @Nullable String next) {}

    /** @param content the event's JSON as received */
    public record DeadLetterDetail(DeadLetter letter, String content) {}

    /**
     * @param replayed how many waiting events of the aggregate were handled
     * @param failure why the next one failed again; null if none did
     */
    public record ReplayResult(int replayed, @Nullable String failure) {}

    @GET
    @Operation(
            summary =
                    "List the events that could not be handled and those that wait behind them, in the order of parking")
    public DeadLetters list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MAX_PAGE_SIZE) {
            throw new BadRequestException("limit must be 1 to " + MAX_PAGE_SIZE);
        }
        List<ParkedEventList.ParkedEvent> found = parkedEvents.list(cursor(after), limit + 1);
        boolean more = found.size() > limit;
        List<ParkedEventList.ParkedEvent> page = more ? found.subList(0, limit) : found;
        return new DeadLetters(
                page.stream().map(ParkedEventList.ParkedEvent::letter).toList(),
                more ? Long.toString(page.getLast().position()) : null);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a parked event with its content")
    public DeadLetterDetail get(@PathParam("id") UUID id) {
        DeadLetter letter = find(id);
        return new DeadLetterDetail(letter, parkedEvents.content(id).orElse(""));
    }

    @POST
    @Path("{id}/replay")
    @Operation(summary = "Handle all parked events of this event's aggregate again, in order, until one fails")
    public ReplayResult replay(@PathParam("id") UUID id) {
        DeadLetter letter = find(id);
        String actor = caller.getPrincipal().getName();
        ParkedReplays.Replay replay = replays.replay(
                new ReceivedEvent.AggregateKey(letter.topic(), letter.subject()),
                () -> acts.record(actor, AdministrativeActKind.REPLAY, letter.topic() + " " + letter.subject()));
        return new ReplayResult(replay.replayed(), replay.failure());
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
