package coop.parasol.portal.administration;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.proxy.ServiceAddresses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events that services could not handle, and handling them again. */
@Path("administration/dead-letters")
@Blocking
final class DeadLetterPages {

    private static final int PAGE = 20;

    private final DeadLetterServices services;
    private final Parts parts;

    DeadLetterPages(DeadLetterServices services, Parts parts) {
        this.services = services;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance deadLetters(List<Parked> services);

        static native TemplateInstance deadLetter(String service, DeadLetterClient.DeadLetter letter, String content);

        static native TemplateInstance replayed(String service, int count, @Nullable String failure);
    }

    /** The parked events of one service. */
    record Parked(String name, Part<Listed<DeadLetterClient.DeadLetter>> letters) {}

    @GET
    public TemplateInstance list(
            @QueryParam("service") @Nullable String service, @QueryParam("after") @Nullable String after) {
        record Loading(String name, Parts.Pending<Listed<DeadLetterClient.DeadLetter>> letters) {}
        List<String> names = service == null ? ServiceAddresses.NAMES : List.of(service);
        List<Loading> loading = names.stream()
                .map(name -> {
                    DeadLetterClient client = services.of(name);
                    return new Loading(name, parts.start(() -> client.letters(after, PAGE)));
                })
                .toList();
        return Templates.deadLetters(loading.stream()
                .map(part -> new Parked(part.name(), part.letters().await()))
                .toList());
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
