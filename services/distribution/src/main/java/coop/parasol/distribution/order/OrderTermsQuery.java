package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.order.OrderTerms.PartnerTerms;
import coop.parasol.distribution.order.rules.AcceptOrder.RequestedLine;
import coop.parasol.distribution.order.rules.CreditLimit;
import coop.parasol.distribution.partner.PartnerCredit;
import coop.parasol.distribution.pricelist.PriceRepository;
import coop.parasol.distribution.pricelist.rules.PriceScope;
import coop.parasol.distribution.pricelist.rules.PublishedPrice;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.web.IdempotencyKeys;
import coop.parasol.web.IdempotencyKeys.UsedKey;
import coop.parasol.web.IdempotentCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads all that deciding some orders needs to know, in one round trip and without a lock. */
@ApplicationScoped
class OrderTermsQuery {

    /** Rows of five kinds, each with its own meaning of the columns. */
    private static final String TERMS = """
            select 'partner' as kind, partner_id as id, tier as text1, partner_group as text2, null as text3, null as text4,
                   null::text[] as texts, credit_limit as number1, exposure as number2, null::numeric as quantity,
                   null::numeric as price, null::timestamptz as time, null::timestamptz as until, null::bytea as body from terms
             union all select 'order', order_id, partner_id::text, reference, null, null, null, null, null, null, null, null, null,
                   null from known
             union all select 'key', null, caller, idempotency_key, request_digest, content_type, array[location, etag], status,
                   null, null, null, null, null, body from used_keys
             union all select 'product', null, code, unit, null, null, grades, null, null, null, null, null, null, null
                  from offered
             union all select 'price', price_id, product, grade, scope, unit, array[scope_code], price_base, null,
                   minimum_quantity, unit_price, valid_from, valid_until, null from prices
            """;

    private final Jdbi jdbi;
    private final FirmClock clock;
    private final FirmCurrency currency;

    OrderTermsQuery(Jdbi jdbi, FirmClock clock, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.currency = currency;
    }

    OrderTerms find(Collection<PlaceOrder.Submission> orders) {
        List<PlaceOrder.Request> requests =
                orders.stream().map(PlaceOrder.Submission::request).toList();
        List<String> products = requests.stream()
                .flatMap(request -> request.lines().stream())
                .map(RequestedLine::product)
                .distinct()
                .toList();
        List<IdempotentCall> calls =
                orders.stream().flatMap(order -> order.call().stream()).toList();
        CombinedStatement statement = CombinedStatement.of(List.of(
                PartnerCredit.terms(
                        "terms",
                        requests.stream()
                                .map(PlaceOrder.Request::partnerId)
                                .distinct()
                                .toList()),
                OrderReferences.find(
                        "known", requests.stream().map(OrderReferences.Key::of).toList()),
                usedKeys(calls),
                ProductRepository.part("offered", products),
                PriceRepository.part("prices", products, "terms")));
        OrderTerms terms = new OrderTerms(
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                clock.now());
        jdbi.useHandle(handle -> statement
                .query(handle, TERMS)
                .map((row, context) -> read(row, terms))
                .list());
        return terms;
    }

    private static Part usedKeys(List<IdempotentCall> calls) {
        return new Part(
                "used_keys",
                IdempotencyKeys.FIND,
                statement -> statement
                        .bindArray(
                                "keyCallers",
                                String.class,
                                calls.stream().map(IdempotentCall::caller).toList())
                        .bindArray(
                                "keyTexts",
                                String.class,
                                calls.stream().map(IdempotentCall::key).toList()));
    }

    private boolean read(ResultSet row, OrderTerms terms) throws SQLException {
        String first = row.getString("text1");
        String second = row.getString("text2");
        switch (row.getString("kind")) {
            case "partner" -> terms.partners().put(row.getObject("id", UUID.class), partner(row, first, second));
            case "order" ->
                terms.knownOrders()
                        .put(new OrderReferences.Key(UUID.fromString(first), second), row.getObject("id", UUID.class));
            case "key" -> terms.answers().put(new UsedKey(first, second), answer(row));
            case "product" -> {
                terms.units().put(first, second);
                terms.grades().put(first, Arrays.asList(texts(row)));
            }
            default ->
                terms.prices()
                        .computeIfAbsent(first, product -> new ArrayList<>())
                        .add(price(row, first, second));
        }
        return true;
    }

    private static IdempotencyKeys.Answer answer(ResultSet row) throws SQLException {
        @Nullable String[] locationAndEtag = texts(row);
        return new IdempotencyKeys.Answer(
                row.getString("text3"),
                row.getInt("number1"),
                locationAndEtag[0],
                locationAndEtag[1],
                row.getString("text4"),
                row.getBytes("body"));
    }

    private static String[] texts(ResultSet row) throws SQLException {
        return (String[]) row.getArray("texts").getArray();
    }

    private PartnerTerms partner(ResultSet row, String tier, @Nullable String group) throws SQLException {
        return new PartnerTerms(
                PriceScope.of(row.getObject("id", UUID.class), group, tier),
                new CreditLimit(money(row, "number1"), money(row, "number2")));
    }

    private PublishedPrice price(ResultSet row, String product, String grade) throws SQLException {
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new PublishedPrice(
                row.getObject("id", UUID.class),
                product,
                grade,
                new PriceScope(PriceScope.Kind.valueOf(row.getString("text3")), texts(row)[0]),
                new Quantity(row.getBigDecimal("quantity"), row.getString("text4")),
                currency.unitPrice(row.getBigDecimal("price"), row.getInt("number1")),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant());
    }

    private Money money(ResultSet row, String column) throws SQLException {
        return currency.money(row.getLong(column));
    }
}
