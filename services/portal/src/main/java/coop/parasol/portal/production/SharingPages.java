package coop.parasol.portal.production;

import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What producers share: offers of others, one's own, and what was taken; and the form that hands over inside the freeze. */
@Path("sharing")
@Blocking
final class SharingPages {

    private static final String HOME = "/sharing";
    private static final int PAGE = 50;
    private static final int MAX = 200;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final SharingClient sharing;
    private final ProductionClient production;
    private final Parts parts;
    private final Person person;

    SharingPages(
            @RestClient SharingClient sharing, @RestClient ProductionClient production, Parts parts, Person person) {
        this.person = person;
        this.sharing = sharing;
        this.production = production;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sharing(
                Listed<SharingClient.OfferToYou> open,
                Part<Listed<SharingClient.Offer>> offers,
                Part<Listed<SharingClient.Taken>> taken,
                FormFields form);

        static native TemplateInstance shareCommitment(
                ProductionClient.Commitment commitment,
                boolean frozen,
                Listed<SharingClient.Producer> members,
                FormFields form);

        static native TemplateInstance takeOffer(SharingClient.OfferToYou offer, FormFields form);
    }

    @GET
    public TemplateInstance show(@QueryParam("after") @Nullable String after) {
        return page(after, FormFields.empty());
    }

    private TemplateInstance page(@Nullable String after, FormFields form) {
        var offers = parts.start(() -> sharing.offers(null, PAGE));
        var taken = parts.start(() -> sharing.taken(null, PAGE));
        return Templates.sharing(sharing.open(after, PAGE), offers.await(), taken.await(), form);
    }

    @GET
    @Path("commitments/{commitmentId}")
    public TemplateInstance share(@PathParam("commitmentId") UUID commitmentId) {
        return sharePage(commitmentId, FormFields.empty());
    }

    private TemplateInstance sharePage(UUID commitmentId, FormFields form) {
        Listed<SharingClient.Producer> members = sharing.producers("", MAX);
        ProductionClient.Commitment commitment =
                production.commitment(commitmentId).getEntity();
        return Templates.shareCommitment(
                commitment,
                production.planningFreeze().isFrozen(commitment.period()),
                new Listed<>(
                        members.items().stream()
                                .filter(member -> !member.memberId().equals(person.memberId()))
                                .toList(),
                        members.next()),
                form);
    }

    @POST
    @Path("commitments/{commitmentId}/offer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response offer(@PathParam("commitmentId") UUID commitmentId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        List<UUID> to = new ArrayList<>();
        form.all("to").forEach(chosen -> memberOf(form, "to", chosen).ifPresent(to::add));
        form.text("names")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> find(form, "names", name).ifPresent(to::add));
        if (form.isRefused()) {
            return form.incomplete(() -> sharePage(commitmentId, form));
        }
        try {
            sharing.offer(form.key(), new SharingClient.NewOffer(commitmentId, amount(form, "quantity"), to));
            return Done.at(HOME);
        } catch (ServiceProblem refused) {
            return form.refusedBy(FieldPaths.ofWhole(refused, "quantity"), () -> sharePage(commitmentId, form));
        }
    }

    @POST
    @Path("commitments/{commitmentId}/handover")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response handOver(@PathParam("commitmentId") UUID commitmentId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        Optional<UUID> to = memberOf(form, "member", form.text("member"));
        if (to.isEmpty()) {
            return form.incomplete(() -> sharePage(commitmentId, form));
        }
        try {
            sharing.handOver(
                    form.key(), new SharingClient.NewHandover(commitmentId, to.get(), amount(form, "handedOver")));
            return Done.at(HandoverPages.HOME);
        } catch (ServiceProblem refused) {
            return form.refusedBy(
                    FieldPaths.renamed(refused, SharingPages::fieldOfHandover), () -> sharePage(commitmentId, form));
        }
    }

    @GET
    @Path("offers/{offerId}")
    public TemplateInstance offerToTake(@PathParam("offerId") UUID offerId) {
        return takePage(offerId, FormFields.empty());
    }

    private TemplateInstance takePage(UUID offerId, FormFields form) {
        SharingClient.OfferToYou offer = sharing.offerToYou(offerId);
        return Templates.takeOffer(offer, form.with("unit", offer.available().unit()));
    }

    /** The form with what was typed; where nothing of the offer is left, all offers. */
    private TemplateInstance takeAgain(UUID offerId, FormFields form) {
        try {
            return takePage(offerId, form);
        } catch (ServiceProblem gone) {
            if (gone.document().status() != Response.Status.NOT_FOUND.getStatusCode()) {
                throw gone;
            }
            return page(null, form);
        }
    }

    @POST
    @Path("offers/{offerId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@PathParam("offerId") UUID offerId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            sharing.take(
                    offerId, form.key(), new SharingClient.NewPart(amount(form, "quantity"), form.optional("route")));
            return Done.at(HOME);
        } catch (ServiceProblem refused) {
            form.refuse(FieldPaths.ofWhole(refused, "quantity"));
            return Response.status(refused.document().status())
                    .entity(takeAgain(offerId, form))
                    .build();
        }
    }

    @POST
    @Path("offers/{offerId}/withdrawal")
    public Response withdraw(@PathParam("offerId") UUID offerId) {
        sharing.withdraw(offerId);
        return Done.at(HOME);
    }

    private static String fieldOfHandover(String field) {
        return field.startsWith("quantity") ? "handedOver" : field.equals("memberId") ? "member" : field;
    }

    /** The member that was chosen by its id, or typed by its name where there are too many to choose from. */
    private Optional<UUID> memberOf(FormFields form, String field, String typed) {
        if (typed.isEmpty()) {
            form.refuse(field, Words.of(SharingMessages.class).memberMissing());
            return Optional.empty();
        }
        return ID.matcher(typed).matches() ? Optional.of(UUID.fromString(typed)) : find(form, field, typed);
    }

    /** The active member of this name; else the form says what is wrong. */
    private Optional<UUID> find(FormFields form, String field, String name) {
        List<SharingClient.Producer> meant = sharing.producers(name, MAX).items().stream()
                .filter(producer -> name.equalsIgnoreCase(producer.name()))
                .toList();
        if (meant.size() != 1) {
            SharingMessages words = Words.of(SharingMessages.class);
            form.refuse(field, meant.isEmpty() ? words.noSuchProducer(name) : words.severalProducers(name));
            return Optional.empty();
        }
        return Optional.of(meant.getFirst().memberId());
    }

    private static ProductionClient.Amount amount(FormFields form, String field) {
        return new ProductionClient.Amount(form.number(field), form.optional("unit"));
    }
}
