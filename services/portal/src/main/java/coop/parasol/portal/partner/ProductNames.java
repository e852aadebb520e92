package coop.parasol.portal.partner;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Part;
import java.util.HashMap;
import java.util.Map;

/** The names of products by code, as far as the catalogue has told them; the code itself where it has not. */
public final class ProductNames {

    private final Map<String, String> names = new HashMap<>();

    private ProductNames() {}

    static ProductNames of(Part<Listed<PartnerClient.Offer>> catalogue) {
        ProductNames names = new ProductNames();
        if (catalogue.isLoaded()) {
            catalogue.value().items().forEach(offer -> names.names.put(offer.product(), offer.name()));
        }
        return names;
    }

    public String of(String product) {
        return names.getOrDefault(product, product);
    }
}
