package coop.parasol.distribution.order;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.order.rules.AcceptOrder.RequestedLine;
import coop.parasol.distribution.order.rules.CreditLimit;
import coop.parasol.distribution.partner.PartnerCredit;
import coop.parasol.distribution.pricelist.PriceRepository;
import coop.parasol.distribution.pricelist.rules.PublishedPrice;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads all that deciding an order needs to know, in one round trip that also locks its products. */
@ApplicationScoped
class OrderTermsQuery {

    private static final String TERMS = """
            select t.tier, t.credit_limit, t.exposure, k.known_order_id, l.code, l.unit, l.grades,
                   p.price_id, p.grade as price_grade, p.minimum_quantity, p.unit as price_unit, p.unit_price, p.valid_from
              from terms t
              left join known k on true
              left join locked l on true
              left join prices p on p.product = l.code and p.tier = t.tier
            """;

    private final Jdbi jdbi;
    private final FirmClock clock;

    OrderTermsQuery(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** One row per product and price, or one where no product has a standard. */
    record Row(
            String tier,
            Money creditLimit,
            Money exposure,
            @Nullable UUID knownOrderId,
            @Nullable String code,
            @Nullable String unit,
            @Nullable List<String> grades,
            @Nullable UUID priceId,
            @Nullable String priceGrade,
            @Nullable BigDecimal minimumQuantity,
            @Nullable String priceUnit,
            @Nullable Money unitPrice,
            @Nullable Instant validFrom) {

        Stream<PublishedPrice> price() {
            return code == null
                            || priceId == null
                            || priceGrade == null
                            || minimumQuantity == null
                            || priceUnit == null
                            || unitPrice == null
                            || validFrom == null
                    ? Stream.empty()
                    : Stream.of(new PublishedPrice(
                            priceId,
                            code,
                            priceGrade,
                            tier,
                            new Quantity(minimumQuantity, priceUnit),
                            unitPrice,
                            validFrom));
        }
    }

    /** Locks the products of the lines; empty where there is no such partner. */
    Optional<OrderTerms> lock(UUID partnerId, Identifier reference, List<RequestedLine> lines) {
        List<String> products =
                lines.stream().map(RequestedLine::product).distinct().toList();
        List<Row> rows = jdbi.withHandle(handle -> CombinedStatement.of(List.of(
                        PartnerCredit.terms("terms", partnerId),
                        OrderReferences.find("known", partnerId, reference),
                        ProductRepository.lockPart("locked", products),
                        PriceRepository.part("prices", products)))
                .query(handle, TERMS)
                .mapTo(Row.class)
                .list());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> grades = new HashMap<>();
        Map<String, String> units = new HashMap<>();
        List<PublishedPrice> prices = new ArrayList<>();
        for (Row row : rows) {
            if (row.code() != null && row.grades() != null && row.unit() != null) {
                grades.put(row.code(), row.grades());
                units.put(row.code(), row.unit());
            }
            row.price().forEach(prices::add);
        }
        Row first = rows.getFirst();
        return Optional.of(new OrderTerms(
                first.tier(),
                new CreditLimit(first.creditLimit(), first.exposure()),
                first.knownOrderId(),
                grades,
                units,
                prices,
                clock.now()));
    }
}
