package coop.parasol.portal.partner;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.PublicPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What can be bought: a partner sees its own prices, others in the firm those of every tier. */
@Path("catalogue")
@Blocking
@PublicPage
final class CataloguePages {

    private static final int PAGE = 100;

    private final PartnerClient distribution;
    private final Parts parts;
    private final Person person;

    CataloguePages(@RestClient PartnerClient distribution, Parts parts, Person person) {
        this.distribution = distribution;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "partner")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance catalogueForAll();

        static native TemplateInstance catalogue(
                List<PriceTable.Row> rows, @Nullable String tier, boolean orders, @Nullable String next, String path);
    }

    @GET
    public TemplateInstance catalogue(
            @QueryParam("tier") @Nullable String chosenTier, @QueryParam("after") @Nullable String after) {
        if (!person.isSignedIn()) {
            return Templates.catalogueForAll();
        }
        UUID partnerId = person.partnerId();
        String tier = chosenTier == null || chosenTier.isBlank() ? null : chosenTier;
        boolean isPartner = person.is("partner");
        Parts.Pending<Listed<PartnerClient.Offer>> catalogue =
                parts.start(() -> distribution.catalogue(isPartner ? null : tier, after, PAGE));
        String shown =
                isPartner && partnerId != null ? distribution.partner(partnerId).tier() : tier;
        String path = tier == null || isPartner
                ? "/catalogue?"
                : "/catalogue?tier=" + URLEncoder.encode(tier, StandardCharsets.UTF_8) + "&";
        Listed<PartnerClient.Offer> offers = catalogue.await().required();
        return Templates.catalogue(PriceTable.of(offers).rows(), shown, isPartner, offers.next(), path);
    }
}
