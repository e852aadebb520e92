package coop.parasol.portal.partner;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.Listed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the catalogue says of products, by product: their names, units and a tier's prices, as far as it was loaded. */
public final class PriceTable {

    private final Map<String, PartnerClient.Offer> offers = new LinkedHashMap<>();
    private final @Nullable String tier;

    private PriceTable(@Nullable String tier) {
        this.tier = tier;
    }

    /** @param tier whose prices are meant; those of all tiers if null */
    static PriceTable of(Listed<PartnerClient.Offer> catalogue, @Nullable String tier) {
        PriceTable table = new PriceTable(tier);
        catalogue.items().forEach(offer -> table.offers.put(offer.product(), offer));
        return table;
    }

    /** A grade of a product. */
    public record Row(
            String product,
            String name,
            String grade,
            List<PartnerClient.Price> prices,
            @Nullable Quantity available) {

        /** Where it is ordered. */
        public String orderPath() {
            return "/orders/new?product=" + part(product) + "&grade=" + part(grade);
        }

        private static String part(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** Each grade of each product, in the catalogue's order. */
    List<Row> rows() {
        return offers.values().stream()
                .flatMap(offer -> offer.grades().stream()
                        .map(grade -> new Row(
                                offer.product(),
                                offer.name(),
                                grade,
                                prices(offer, grade),
                                offer.available().get(grade))))
                .toList();
    }

    /** Every product that the partner can order, with its prices. */
    List<PartnerClient.Offer> products() {
        return List.copyOf(offers.values());
    }

    Optional<PartnerClient.Offer> offer(String product) {
        return Optional.ofNullable(offers.get(product));
    }

    /** The price list's price of so much: that of the highest minimum quantity that it reaches. */
    Optional<Money> unitPrice(String product, String grade, Quantity quantity) {
        return offer(product).stream()
                .flatMap(offer -> prices(offer, grade).stream())
                .filter(price -> price.minimumQuantity().unit().equals(quantity.unit()))
                .filter(price -> price.minimumQuantity().compareTo(quantity) <= 0)
                .max(Comparator.comparing(PartnerClient.Price::minimumQuantity))
                .map(PartnerClient.Price::unitPrice);
    }

    private List<PartnerClient.Price> prices(PartnerClient.Offer offer, String grade) {
        return offer.prices().stream()
                .filter(price -> price.grade().equals(grade))
                .filter(price -> tier == null || price.tier().equals(tier))
                .sorted(Comparator.comparing(PartnerClient.Price::tier)
                        .thenComparing(price -> price.minimumQuantity().value()))
                .toList();
    }
}
