package coop.parasol.quality.recall;

import coop.parasol.quality.recall.rules.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.jspecify.annotations.Nullable;

/** Finds the certificates that a selection is about, in one statement however many they are. */
@ApplicationScoped
class Selections {

    private static final String SELECTED = """
            from certificate c
            where (cast(:lots as text[]) is null or c.lot = any(cast(:lots as text[])))
              and (cast(:member as uuid) is null or c.member_id = cast(:member as uuid))
              and (cast(:product as text) is null or c.product = cast(:product as text))
              and (cast(:since as timestamptz) is null or c.issued_at >= cast(:since as timestamptz))
              and (cast(:until as timestamptz) is null or c.issued_at < cast(:until as timestamptz))
              and (cast(:characteristic as text) is null or exists (
                    select 1 from standard s, jsonb_array_elements(s.content -> 'characteristics') e
                     where (s.product, s.version) = (c.product, c.standard_version)
                       and e ->> 'name' = cast(:characteristic as text)))
            """;

    private final Session database;

    Selections(Session database) {
        this.database = database;
    }

    /** Certificates of one product and state that a selection is about. */
    public record Hit(String product, String state, String unit, long batches, BigDecimal quantity) {}

    List<Hit> preview(Selection selection) {
        return bind(
                        database.createNativeQuery(
                                "select c.product, c.state, c.unit, count(*), sum(c.quantity) " + SELECTED
                                        + " group by c.product, c.state, c.unit order by c.product, c.state, c.unit",
                                Object[].class),
                        selection)
                .getResultList()
                .stream()
                .map(row -> new Hit(
                        (String) row[0], (String) row[1], (String) row[2], ((Number) row[3]).longValue(), (BigDecimal)
                                row[4]))
                .toList();
    }

    /** Fixes what the decision is about. */
    int fix(UUID recallId, Selection selection) {
        return bind(
                        database.createNativeMutationQuery(
                                "insert into recall_certificate (recall_id, number) select :recall, c.number "
                                        + SELECTED),
                        selection)
                .setParameter("recall", recallId)
                .executeUpdate();
    }

    private static <Q extends CommonQueryContract> Q bind(Q query, Selection selection) {
        List<String> lots = selection.lots();
        query.setParameter("lots", lots == null ? null : array(lots), String.class);
        query.setParameter("member", text(selection.memberId()), String.class);
        query.setParameter("product", selection.product(), String.class);
        query.setParameter("characteristic", selection.characteristic(), String.class);
        query.setParameter("since", text(selection.certifiedFrom()), String.class);
        query.setParameter("until", text(selection.certifiedBefore()), String.class);
        return query;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** An array as PostgreSQL writes it. */
    private static String array(List<String> texts) {
        return texts.stream()
                .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
