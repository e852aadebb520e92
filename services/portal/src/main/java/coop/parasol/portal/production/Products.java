package coop.parasol.portal.production;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The products that may be made, with the unit of each, for forms. */
@ApplicationScoped
final class Products {

    private static final int ALL = 200;
    private static final String PIECE = "C62";

    private final LotQualityClient quality;
    private final Parts parts;

    Products(@RestClient LotQualityClient quality, Parts parts) {
        this.quality = quality;
        this.parts = parts;
    }

    /** Those of which a form lets choose; none where the service does not answer. */
    List<LotQualityClient.Standard> choices() {
        Part<List<LotQualityClient.Standard>> known = parts.load(this::all);
        return known.isLoaded() ? known.value() : List.of();
    }

    /** All that have a standard. */
    List<LotQualityClient.Standard> all() {
        return quality.standards(null, ALL).items();
    }

    /** The unit of each product. */
    Map<String, String> units() {
        return choices().stream()
                .collect(Collectors.toMap(LotQualityClient.Standard::product, LotQualityClient.Standard::unit));
    }

    /** The typed quantity in its product's unit; the service refuses what has no standard. */
    ProductionClient.Amount amount(FormFields form) {
        String product = form.optional("product");
        return new ProductionClient.Amount(form.number("quantity"), product == null ? PIECE : unit(product));
    }

    private String unit(String product) {
        try {
            return quality.standard(product).unit();
        } catch (ServiceProblem withoutStandard) {
            return PIECE;
        }
    }
}
