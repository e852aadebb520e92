package coop.parasol.portal.partner;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.portal.client.Listed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the catalogue says of products, by product: their names, units and the prices that the reader may see, as far as it was loaded. */
public final class PriceTable {

    private final Map<String, PartnerClient.Offer> offers = new LinkedHashMap<>();

    private PriceTable() {}

    static PriceTable of(Listed<PartnerClient.Offer> catalogue) {
        PriceTable table = new PriceTable();
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

    /** The product of this code or name, as people write it: in any case, with any blanks. None where two have that name. */
    Optional<PartnerClient.Offer> meant(String typed) {
        return offer(typed)
                .or(() -> only(offer -> offer.product().equalsIgnoreCase(typed.replaceAll("\\s", ""))))
                .or(() -> only(offer -> alike(offer.name()).equals(alike(typed))));
    }

    private Optional<PartnerClient.Offer> only(Predicate<PartnerClient.Offer> meant) {
        List<PartnerClient.Offer> found = offers.values().stream().filter(meant).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String alike(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /**
     * What a partner that sees its own prices pays for so much: by an agreement before its group's price before its tier's, the one of
     * the largest minimum quantity that is reached.
     */
    Optional<UnitPrice> unitPrice(String product, String grade, Quantity quantity) {
        return offer(product).stream()
                .flatMap(offer -> prices(offer, grade).stream())
                .filter(price -> price.minimumQuantity().unit().equals(quantity.unit()))
                .filter(price -> price.minimumQuantity().compareTo(quantity) <= 0)
                .max(Comparator.comparingInt(PartnerClient.Price::rank)
                        .thenComparing(PartnerClient.Price::minimumQuantity))
                .map(PartnerClient.Price::unitPrice);
    }

    private List<PartnerClient.Price> prices(PartnerClient.Offer offer, String grade) {
        return offer.prices().stream()
                .filter(price -> price.grade().equals(grade))
                .sorted(Comparator.comparingInt(PartnerClient.Price::rank)
                        .thenComparing(price -> Objects.requireNonNullElse(price.tier(), ""))
                        .thenComparing(price -> Objects.requireNonNullElse(price.partnerGroup(), ""))
                        .thenComparing(price -> price.minimumQuantity().value()))
                .toList();
    }
}
