package coop.parasol.distribution.catalogue;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.pricelist.PriceRepository;
import coop.parasol.distribution.pricelist.rules.ApplicablePrice;
import coop.parasol.distribution.pricelist.rules.PublishedPrice;
import coop.parasol.distribution.product.Product;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.distribution.stock.BatchRepository.AvailableQuantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: what can be ordered, at which prices, and how much of it is available. */
@Path("/catalogue")
@Tag(name = "Catalogue")
@Authenticated
public class CatalogueResource {

    private final ProductRepository products;
    private final PriceRepository prices;
    private final BatchRepository batches;
    private final FirmClock clock;

    CatalogueResource(ProductRepository products, PriceRepository prices, BatchRepository batches, FirmClock clock) {
        this.products = products;
        this.prices = prices;
        this.batches = batches;
        this.clock = clock;
    }

    /** A price in force. */
    public record Price(
            UUID priceId, String grade, String tier, Quantity minimumQuantity, Money unitPrice, Instant validFrom) {}

    /**
     * A product that can be ordered.
     *
     * @param grades from the best down; an order line without a grade means the first
     * @param available per grade what is on hand, certified, within date and reserved for nobody
     */
    public record Offer(
            String product,
            String name,
            String unit,
            List<String> grades,
            List<Price> prices,
            Map<String, Quantity> available) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listOffers",
            summary = "List the products with their prices in force and the available quantities")
    public Page<Offer> list(@BeanParam @Valid PageQuery query, @QueryParam("tier") @Nullable String tier) {
        Page<Product> page = query.byText(products::page, Product::code);
        return new Page<>(offers(page.items(), tier), page.next());
    }

    @GET
    @Path("/{product}")
    @Transactional
    @Operation(
            operationId = "getOffer",
            summary = "Get a product with its prices in force and the available quantities")
    public Offer get(@PathParam("product") String code, @QueryParam("tier") @Nullable String tier) {
        Product product = products.find(code).orElseThrow(() -> Problem.notFound("product", code));
        return offers(List.of(product), tier).getFirst();
    }

    private List<Offer> offers(List<Product> page, @Nullable String tier) {
        List<String> codes = page.stream().map(Product::code).toList();
        List<PublishedPrice> inForce = ApplicablePrice.inForce(prices.of(codes, tier), clock.now());
        List<AvailableQuantity> stock = batches.available(codes);
        return page.stream().map(product -> offer(product, inForce, stock)).toList();
    }

    private static Offer offer(Product product, List<PublishedPrice> inForce, List<AvailableQuantity> stock) {
        Map<String, Quantity> available = new LinkedHashMap<>();
        product.grades().forEach(grade -> available.put(grade, Quantity.zero(product.unit())));
        stock.stream()
                .filter(part -> part.product().equals(product.code()))
                .forEach(part -> available.put(part.grade(), new Quantity(part.quantity(), product.unit())));
        return new Offer(
                product.code(),
                product.name(),
                product.unit(),
                product.grades(),
                inForce.stream()
                        .filter(price -> price.product().equals(product.code()))
                        .map(price -> new Price(
                                price.priceId(),
                                price.grade(),
                                price.tier(),
                                price.minimumQuantity(),
                                price.unitPrice(),
                                price.validFrom()))
                        .toList(),
                available);
    }
}
