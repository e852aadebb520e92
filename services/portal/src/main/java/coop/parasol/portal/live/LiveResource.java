package coop.parasol.portal.live;

import coop.parasol.portal.page.Person;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** The stream of changes for the person who has signed in, one a browser. */
@Path("/live")
@NonBlocking
final class LiveResource {

    private final LiveStreams streams;
    private final Person person;
    private final CurrentVertxRequest call;

    LiveResource(LiveStreams streams, Person person, CurrentVertxRequest call) {
        this.streams = streams;
        this.person = person;
        this.call = call;
    }

    /** @param since of the oldest page that listens, or of the last message that was heard */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> listen(@QueryParam("since") @DefaultValue("0") long since, @Context Sse sse) {
        Listener who = new Listener(
                person.subject(),
                person.session(),
                person.signedInUntil(),
                person.roles(),
                person.memberId(),
                person.partnerId());
        if (!streams.hasRoomFor(who)) {
            throw new WebApplicationException(Response.Status.TOO_MANY_REQUESTS);
        }
        // said here, because filters of answers do not see streams; a firm's proxy passes each message on at once
        call.getCurrent()
                .response()
                .putHeader("X-Accel-Buffering", "no")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cache-Control", "no-store");
        return Multi.createFrom()
                .<LiveMessage>emitter(out -> streams.open(who, since, out), BackPressureStrategy.ERROR)
                .map(message -> event(sse, message));
    }

    private static OutboundSseEvent event(Sse sse, LiveMessage message) {
        return sse.newEventBuilder()
                .name(message.name())
                .id(Long.toString(message.at()))
                .data(message.data())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .build();
    }
}
