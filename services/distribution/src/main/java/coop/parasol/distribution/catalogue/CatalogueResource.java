package coop.parasol.distribution.catalogue;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.catalogue.rules.PriceLine;
import coop.parasol.distribution.catalogue.rules.PublishedPrice;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What can be ordered, at which prices, and how much of it is there. */
@Path("/catalogue")
@Tag(name = "Catalogue")
@Authenticated
public class CatalogueResource {

    private final Products products;
    private final Prices prices;
    private final Sql sql;
    private final Firm firm;

    CatalogueResource(Products products, Prices prices, Sql sql, Firm firm) {
        this.products = products;
        this.prices = prices;
        this.sql = sql;
        this.firm = firm;
    }

    /** A price in force. */
    public record Price(
            UUID priceId, String grade, String tier, Quantity minimumQuantity, Money unitPrice, Instant validFrom) {}

    /**
     * A product that can be ordered.
     *
     * @param grades from the best down; an order line without a grade means the first
     * @param available per grade what is on hand within date and not promised to anybody
     */
    public record Offer(
            String product,
            String name,
            String unit,
            List<String> grades,
            List<Price> prices,
            Map<String, Quantity> available) {}

    private record Available(String product, String grade, BigDecimal quantity) {}

    @GET
    @Transactional
    @Operation(summary = "All products, with the prices in force and what is available")
    public Page<Offer> list(@BeanParam @Valid PageQuery query, @QueryParam("tier") @Nullable String tier) {
        Page<Product> page = Page.of(products.page(query.afterText(), query.fetch()), query.limit, Product::code);
        return new Page<>(offers(page.items(), tier), page.next());
    }

    @GET
    @Path("/{product}")
    @Transactional
    @Operation(summary = "One product, with the prices in force and what is available")
    public Offer get(@PathParam("product") String code, @QueryParam("tier") @Nullable String tier) {
        Product product = products.find(code).orElseThrow(() -> Problem.notFound("product", code));
        return offers(List.of(product), tier).getFirst();
    }

    private List<Offer> offers(List<Product> page, @Nullable String tier) {
        List<String> codes = page.stream().map(Product::code).toList();
        List<PublishedPrice> inForce = PriceLine.inForce(prices.of(codes, tier), firm.now());
        List<Available> stock = sql.list(
                """
                SELECT product, grade, sum(on_hand) AS available FROM batch
                 WHERE product = ANY (?) AND on_hand > 0 AND standing = 'CERTIFIED' AND expiry >= ?
                 GROUP BY product, grade
                """,
                row -> new Available(row.getString(1), row.getString(2), row.getBigDecimal(3)),
                codes.toArray(String[]::new),
                firm.today());
        return page.stream().map(product -> offer(product, inForce, stock)).toList();
    }

    private static Offer offer(Product product, List<PublishedPrice> inForce, List<Available> stock) {
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
