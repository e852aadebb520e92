package coop.parasol.portal.administration;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events that services could not handle, and handling them again. */
@Path("administration/dead-letters")
@Blocking
final class DeadLetterPages {

    private static final int PAGE = 20;

    /** Of as many services a page shows parked events; those of others are a link away. */
    private static final int MAX_SERVICES = 3;

    private final DeadLetterServices services;
    private final ServiceHealth health;
    private final Person person;
    private final Parts parts;

    DeadLetterPages(DeadLetterServices services, ServiceHealth health, Person person, Parts parts) {
        this.services = services;
        this.health = health;
        this.person = person;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance deadLetters(List<Parked> services);

        static native TemplateInstance deadLetter(String service, DeadLetterClient.DeadLetter letter, String content);

        static native TemplateInstance replayed(String service, int count, @Nullable String failure);
    }

    /**
     * The parked events of one service.
     *
     * @param letters null where they are on a page of their own
     */
    record Parked(String name, @Nullable Part<Listed<DeadLetterClient.DeadLetter>> letters) {}

    /** Those of a service, or of the first services that have some; a service that has none is not asked for them. */
    @GET
    public TemplateInstance list(
            @QueryParam("service") @Nullable String service, @QueryParam("after") @Nullable String after) {
        if (!person.is("administrator")) {
            throw new NotFoundException();
        }
        if (service != null) {
            return Templates.deadLetters(List.of(
                    new Parked(service, parts.load(() -> services.of(service).letters(after, PAGE)))));
        }
        List<Parts.Pending<ServiceHealth.Health>> asked = health.names().stream()
                .map(name -> parts.start(() -> health.of(name)))
                .toList();
        List<String> parking = asked.stream()
                .map(each -> each.await().value())
                .filter(each -> each.parkedEvents() > 0 || !each.isUp())
                .map(ServiceHealth.Health::name)
                .toList();
        Map<String, Parts.Pending<Listed<DeadLetterClient.DeadLetter>>> loading =
                parking.stream().limit(MAX_SERVICES).collect(Collectors.toMap(Function.identity(), this::begin));
        return Templates.deadLetters(health.names().stream()
                .map(name -> new Parked(name, lettersOf(name, parking, loading)))
                .toList());
    }

    private Parts.Pending<Listed<DeadLetterClient.DeadLetter>> begin(String service) {
        DeadLetters letters = services.of(service);
        return parts.start(() -> letters.letters(null, PAGE));
    }

    private static @Nullable Part<Listed<DeadLetterClient.DeadLetter>> lettersOf(
            String service,
            List<String> parking,
            Map<String, Parts.Pending<Listed<DeadLetterClient.DeadLetter>>> loading) {
        Parts.Pending<Listed<DeadLetterClient.DeadLetter>> begun = loading.get(service);
        if (begun != null) {
            return begun.await();
        }
        return parking.contains(service) ? null : new Part<>(new Listed<>(List.of(), null), null);
    }

    @GET
    @Path("{service}/{id}")
    public TemplateInstance show(@PathParam("service") String service, @PathParam("id") UUID id) {
        DeadLetterClient.Detail detail = services.of(service).letter(id);
        return Templates.deadLetter(service, detail.letter(), detail.content());
    }

    @POST
    @Path("{service}/{id}/replay")
    public TemplateInstance replay(@PathParam("service") String service, @PathParam("id") UUID id) {
        DeadLetterClient.Replayed replayed = services.of(service).replay(id);
        return Templates.replayed(service, replayed.replayed(), replayed.failure());
    }
}
