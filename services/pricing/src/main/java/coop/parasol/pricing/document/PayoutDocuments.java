package coop.parasol.pricing.document;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentKind;
import coop.parasol.contracts.Period;
import coop.parasol.persistence.Columns;
import coop.parasol.pricing.document.rules.DocumentChoice.PlainReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The documents that were issued, and the statements that stayed plain ones. */
@ApplicationScoped
public class PayoutDocuments {

    private static final String COLUMNS =
            "d.document_id, d.number, d.kind, d.template, d.country, d.settlement_id, d.pool_id, d.member_id, d.product,"
                    + " d.period, d.issued_on, d.total, d.tax_on_top, d.amends, d.content, d.digest";

    private final Jdbi jdbi;

    PayoutDocuments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A document.
     *
     * @param total what the statement pays, less what it charges
     * @param taxOnTop owed beside it, of the same sign; nothing where none is
     * @param amends the first document of the same pool and producer; absent on that one
     * @param content as the text that it was
     * @param digest SHA-256 of the content
     */
    public record PayoutDocument(
            UUID documentId,
            String number,
            PayoutDocumentKind kind,
            String template,
            String country,
            UUID settlementId,
            UUID poolId,
            UUID memberId,
            String product,
            Period period,
            LocalDate issuedOn,
            Money total,
            Money taxOnTop,
            @Nullable UUID amends,
            String content,
            String digest) {

        /** The tax that is owed beside the total, for others; null where none is. */
        @Nullable Money taxIfOwed() {
            return taxOnTop.isZero() ? null : taxOnTop;
        }
    }

    /**
     * What became of a statement in a firm that has a country.
     *
     * @param documentId absent where it stayed a plain statement, as the number, the kind and the total
     * @param total what the document comes to without tax on top
     * @param taxOnTop owed beside the total; absent where none is
     * @param plainBecause why it stayed one; absent where a document was drawn up
     */
    public record StatementDocument(
            @Nullable UUID documentId,
            @Nullable String number,
            @Nullable PayoutDocumentKind kind,
            @Nullable Money total,
            @Nullable Money taxOnTop,
            @Nullable PlainReason plainBecause) {}

    /** Names a producer's statement of a settlement. */
    public record StatementKey(UUID settlementId, UUID memberId) {}

    record Found(
            UUID settlementId,
            UUID memberId,
            @Nullable UUID documentId,
            @Nullable String number,
            @Nullable PayoutDocumentKind kind,
            @Nullable Money total,
            @Nullable Money taxOnTop,
            @Nullable PlainReason reason) {}

    /** Which of the documents a caller wants; null is any. */
    record Filter(
            @Nullable UUID memberId,
            @Nullable PayoutDocumentKind kind,
            @Nullable String number) {}

    /** Stores documents, by one statement however many they are. */
    void issue(List<PayoutDocument> documents) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into payout_document (document_id, number, kind, template, country, settlement_id, pool_id, member_id,
                               product, period, issued_on, total, tax_on_top, amends, content, digest)
                        select *
                          from unnest(:documents, :numbers, :kinds, :templates, :countries, :settlements, :pools, :members,
                                      :products, :periods, :days, :totals, :taxes, :amended, :contents, :digests)
                        """)
                .bindArray("documents", UUID.class, Columns.of(documents, PayoutDocument::documentId))
                .bindArray("numbers", String.class, Columns.of(documents, PayoutDocument::number))
                .bindArray(
                        "kinds",
                        String.class,
                        Columns.of(documents, each -> each.kind().name()))
                .bindArray("templates", String.class, Columns.of(documents, PayoutDocument::template))
                .bindArray("countries", String.class, Columns.of(documents, PayoutDocument::country))
                .bindArray("settlements", UUID.class, Columns.of(documents, PayoutDocument::settlementId))
                .bindArray("pools", UUID.class, Columns.of(documents, PayoutDocument::poolId))
                .bindArray("members", UUID.class, Columns.of(documents, PayoutDocument::memberId))
                .bindArray("products", String.class, Columns.of(documents, PayoutDocument::product))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(documents, each -> each.period().toString()))
                .bindArray("days", LocalDate.class, Columns.of(documents, PayoutDocument::issuedOn))
                .bindArray(
                        "totals",
                        Long.class,
                        Columns.of(documents, each -> each.total().minor()))
                .bindArray(
                        "taxes",
                        Long.class,
                        Columns.of(documents, each -> each.taxOnTop().minor()))
                .bindArray("amended", UUID.class, Columns.of(documents, PayoutDocument::amends))
                .bindArray("contents", String.class, Columns.of(documents, PayoutDocument::content))
                .bindArray("digests", String.class, Columns.of(documents, PayoutDocument::digest))
                .execute());
    }

    /** Says why statements of a settlement stay plain ones, by the member of each. */
    void keepPlain(UUID settlementId, Map<UUID, PlainReason> reasons) {
        List<Map.Entry<UUID, PlainReason>> rows = List.copyOf(reasons.entrySet());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into plain_statement (settlement_id, member_id, reason)
                        select :settlement, member_id, reason from unnest(:members, :reasons) as plain (member_id, reason)
                        """)
                .bind("settlement", settlementId)
                .bindArray("members", UUID.class, Columns.of(rows, Map.Entry::getKey))
                .bindArray(
                        "reasons",
                        String.class,
                        Columns.of(rows, each -> each.getValue().name()))
                .execute());
    }

    Optional<PayoutDocument> find(UUID documentId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from payout_document d where document_id = :id")
                        .bind("id", documentId)
                        .mapTo(PayoutDocument.class)
                        .findOne());
    }

    /** Newest first. */
    List<PayoutDocument> newestFirst(Filter filter, UUID before, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from payout_document d
                         where d.document_id < :before
                           and (cast(:member as uuid) is null or d.member_id = :member)
                           and (cast(:kind as text) is null or d.kind = :kind)
                           and (cast(:number as text) is null or d.number = :number)
                         order by d.document_id desc limit :maxRows
                        """)
                .bind("before", before)
                .bindByType("member", filter.memberId(), UUID.class)
                .bindByType("kind", filter.kind() == null ? null : filter.kind().name(), String.class)
                .bindByType("number", filter.number(), String.class)
                .bind("maxRows", maxRows)
                .mapTo(PayoutDocument.class)
                .list());
    }

    /** The first document of a pool, of each of the producers that has one. */
    Map<UUID, PayoutDocument> firstOf(UUID poolId, Collection<UUID> members) {
        return jdbi
                .withHandle(handle -> handle.createQuery("select distinct on (d.member_id) " + COLUMNS + """
                         from payout_document d where d.pool_id = :pool and d.member_id = any(:members)
                         order by d.member_id, d.document_id
                        """)
                        .bind("pool", poolId)
                        .bindArray("members", UUID.class, members)
                        .mapTo(PayoutDocument.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(PayoutDocument::memberId, first -> first));
    }

    /** The numbers of documents, by document. */
    Map<UUID, String> numbers(Collection<UUID> documents) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select document_id, number from payout_document where document_id = any(:documents)")
                .bindArray("documents", UUID.class, documents)
                .reduceRows(new HashMap<UUID, String>(), (numbers, row) -> {
                    numbers.put(row.getColumn("document_id", UUID.class), row.getColumn("number", String.class));
                    return numbers;
                }));
    }

    /** What became of statements; those of a time when the firm had no country are left out. */
    public Map<StatementKey, StatementDocument> ofStatements(Collection<UUID> settlements, Collection<UUID> members) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        select settlement_id, member_id, document_id, number, kind, total, nullif(tax_on_top, 0) as tax_on_top,
                               null as reason
                          from payout_document
                         where settlement_id = any(:settlements) and member_id = any(:members)
                        union all
                        select settlement_id, member_id, null, null, null, null, null, reason from plain_statement
                         where settlement_id = any(:settlements) and member_id = any(:members)
                        """)
                        .bindArray("settlements", UUID.class, settlements)
                        .bindArray("members", UUID.class, members)
                        .mapTo(Found.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(
                        found -> new StatementKey(found.settlementId(), found.memberId()),
                        found -> new StatementDocument(
                                found.documentId(),
                                found.number(),
                                found.kind(),
                                found.total(),
                                found.taxOnTop(),
                                found.reason())));
    }
}
