package coop.parasol.quality.certificate;

import coop.parasol.contracts.Identifier;
import coop.parasol.quality.certificate.rules.CertificateState;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Finds certificates by what they certify, in one statement however many they are. */
@ApplicationScoped
public class FindCertificates {

    private static final String MATCHING = """
          from certificate c
         where (:anyLot or c.lot_key = any(:lots) or c.origin_lot_key = any(:lots) or c.brand_lot = any(:lots))
           and (cast(:member as uuid) is null or c.member_id = cast(:member as uuid))
           and (cast(:product as text) is null or c.product = cast(:product as text))
           and (cast(:issuedFrom as timestamptz) is null or c.issued_at >= cast(:issuedFrom as timestamptz))
           and (cast(:issuedBefore as timestamptz) is null or c.issued_at < cast(:issuedBefore as timestamptz))
           and (:anyStandard
                or (c.product, c.standard_version) in (select * from unnest(:standardProducts, :standardVersions)))
        """;
    private static final String SUMMARY =
            """
                select c.product, c.state, c.unit, count(*) as batches, sum(c.quantity) as quantity
                """ + MATCHING + " group by c.product, c.state, c.unit order by c.product, c.state, c.unit";
    private static final String LOTS =
            "select distinct found.member_id, named.lot from (select c.member_id, c.lot, c.origin_lot, c.brand_lot "
                    + MATCHING
                    + ") found cross join lateral (values (found.lot), (found.origin_lot), (found.brand_lot)) named(lot)"
                    + " where named.lot is not null order by found.member_id, named.lot";
    private static final String NUMBERS = "select c.number " + MATCHING + " order by c.number";

    private static final String BATCHES = "select c.batch_id " + MATCHING + " order by c.batch_id";

    private final Jdbi jdbi;

    FindCertificates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A version of a product's standard. */
    public record StandardVersion(String product, int version) {}

    /**
     * Certificates to which all of this applies; {@code null} for any.
     *
     * @param lots lot numbers, the producers' own or the brand's
     * @param standards versions of standards by which the batches were judged
     * @param issuedFrom issued at this moment or later
     * @param issuedBefore issued before this moment
     */
    public record Criteria(
            @Nullable List<String> lots,
            @Nullable UUID memberId,
            @Nullable String product,
            @Nullable List<StandardVersion> standards,
            @Nullable Instant issuedFrom,
            @Nullable Instant issuedBefore) {}

    /** The certificates of one product in one state: how many batches, and how much of the product. */
    public record Summary(String product, CertificateState state, String unit, long batches, BigDecimal quantity) {}

    public List<Summary> summary(Criteria criteria) {
        return jdbi.withHandle(handle ->
                bind(handle.createQuery(SUMMARY), criteria).mapTo(Summary.class).list());
    }

    /** A producer and a number of a lot of it: its own, the brand's, or that of the lot of which it is the good part. */
    public record ProducerLot(UUID memberId, String lot) {}

    public List<ProducerLot> lots(Criteria criteria) {
        return jdbi.withHandle(handle -> bind(handle.createQuery(LOTS), criteria)
                .mapTo(ProducerLot.class)
                .list());
    }

    public List<String> numbers(Criteria criteria) {
        return jdbi.withHandle(handle ->
                bind(handle.createQuery(NUMBERS), criteria).mapTo(String.class).list());
    }

    /** The batches that they certify. */
    public List<UUID> batches(Criteria criteria) {
        return jdbi.withHandle(handle ->
                bind(handle.createQuery(BATCHES), criteria).mapTo(UUID.class).list());
    }

    private static Query bind(Query query, Criteria criteria) {
        List<String> lots = Stream.ofNullable(criteria.lots())
                .flatMap(List::stream)
                .map(lot -> Identifier.of(lot).normal())
                .toList();
        List<StandardVersion> standards = criteria.standards() == null ? List.of() : criteria.standards();
        return query.bind("anyLot", criteria.lots() == null)
                .bindArray("lots", String.class, lots)
                .bindByType("member", criteria.memberId(), UUID.class)
                .bindByType("product", criteria.product(), String.class)
                .bindByType("issuedFrom", criteria.issuedFrom(), Instant.class)
                .bindByType("issuedBefore", criteria.issuedBefore(), Instant.class)
                .bind("anyStandard", criteria.standards() == null)
                .bindArray(
                        "standardProducts",
                        String.class,
                        standards.stream().map(StandardVersion::product).toList())
                .bindArray(
                        "standardVersions",
                        Integer.class,
                        standards.stream().map(StandardVersion::version).toList());
    }
}
