package coop.parasol.distribution.catalogue;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.partner.Partner;
import coop.parasol.distribution.pricelist.PriceRepository;
import coop.parasol.distribution.pricelist.rules.ApplicablePrice;
import coop.parasol.distribution.pricelist.rules.PriceScope;
import coop.parasol.distribution.pricelist.rules.PriceScope.Kind;
import coop.parasol.distribution.pricelist.rules.PublishedPrice;
import coop.parasol.distribution.product.Product;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.distribution.stock.BatchRepository.AvailableQuantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.web.Caller;
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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: what can be ordered, at which prices of the caller, and how much of it is available. */
@Path("/catalogue")
@Tag(name = "Catalogue")
@Authenticated
public class CatalogueResource {

    private final ProductRepository products;
    private final PriceRepository prices;
    private final BatchRepository batches;
    private final FirmClock clock;
    private final Caller caller;

    CatalogueResource(
            ProductRepository products,
            PriceRepository prices,
            BatchRepository batches,
            FirmClock clock,
            Caller caller) {
        this.products = products;
        this.prices = prices;
        this.batches = batches;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * A price in force. It is for a tier, for a group of partners or for one partner: one of the three is present.
     *
     * @param partnerId the one partner that it was agreed with
     * @param minimumQuantity the smallest quantity of an order line that gets this price
     * @param validUntil absent where its end is open
     */
    public record Price(
            UUID priceId,
            String grade,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable UUID partnerId,
            Quantity minimumQuantity,
            UnitPrice unitPrice,
            Instant validFrom,
            @Nullable Instant validUntil) {

        static Price of(PublishedPrice price) {
            return new Price(
                    price.priceId(),
                    price.grade(),
                    price.scope().codeIf(Kind.TIER),
                    price.scope().codeIf(Kind.GROUP),
                    price.scope().agreedWith(),
                    price.minimumQuantity(),
                    price.unitPrice(),
                    price.validFrom(),
                    price.validUntil());
        }
    }

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
        List<PublishedPrice> inForce = ApplicablePrice.inForce(visiblePrices(codes, tier), clock.now());
        List<AvailableQuantity> stock = batches.available(codes);
        return page.stream().map(product -> offer(product, inForce, stock)).toList();
    }

    /**
     * A partner sees what it may be charged itself, desks all, and others of the firm what is for whole tiers: what was agreed with
     * somebody is nobody else's to know.
     *
     * @param tier of this tier only; null for all
     */
    private List<PublishedPrice> visiblePrices(List<String> codes, @Nullable String tier) {
        boolean desk = caller.hasAny("logistics-desk", "pricing-desk", "treasurer");
        if (!desk && caller.partnerId().isPresent()) {
            Set<PriceScope> own = scopes(caller.partner());
            return prices.of(
                    codes,
                    own.stream()
                            .filter(scope -> tier == null || scope.equals(PriceScope.tier(tier)))
                            .toList());
        }
        if (tier != null) {
            return prices.of(codes, Set.of(PriceScope.tier(tier)));
        }
        return prices.of(codes, desk ? null : Kind.TIER);
    }

    private static Set<PriceScope> scopes(UUID partnerId) {
        return Partner.<Partner>findByIdOptional(partnerId)
                .map(partner -> PriceScope.of(partnerId, partner.partnerGroup, partner.tier))
                .orElse(Set.of());
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
                        .map(Price::of)
                        .toList(),
                available);
    }
}
