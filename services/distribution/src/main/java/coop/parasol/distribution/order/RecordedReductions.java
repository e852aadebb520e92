package coop.parasol.distribution.order;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who has reduced which line, whose wish it was, and by which reference of the partner a desk has entered it. */
@ApplicationScoped
class RecordedReductions {

    private final Jdbi jdbi;

    RecordedReductions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A reduction as it is on record.
     *
     * @param wanted of the line from then on
     * @param transcribed whether the firm's desk has entered what the partner wants, in its name
     * @param enteredBy user who entered it
     */
    record Recorded(
            int line,
            BigDecimal wanted,
            String unit,
            ReductionCause cause,
            boolean transcribed,
            @Nullable String partnerReference,
            String reason,
            String enteredBy,
            Instant reducedAt) {

        Quantity quantity() {
            return new Quantity(wanted, unit);
        }
    }

    /** @param line as it is since then */
    void add(UUID orderId, Order.Line line, LessWanted less, String enteredBy, Instant reducedAt) {
        Identifier reference = less.partnerReference();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into order_line_reduction (reduction_id, order_id, line, wanted, cause, transcribed,
                                                          partner_reference, reason, entered_by, reduced_at)
                        values (:reductionId, :orderId, :line, :wanted, :cause, :transcribed, :partnerReference, :reason,
                                :enteredBy, :reducedAt)
                        """)
                .bind("reductionId", Ids.next())
                .bind("orderId", orderId)
                .bind("line", line.line())
                .bind("wanted", line.wanted().value())
                .bind("cause", less.cause().name())
                .bind("transcribed", less.transcribed())
                .bind("partnerReference", reference == null ? null : reference.written())
                .bind("reason", less.reason())
                .bind("enteredBy", enteredBy)
                .bind("reducedAt", reducedAt)
                .execute());
    }

    /** The earliest first. */
    List<Recorded> of(UUID orderId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select r.line, r.wanted, l.unit, r.cause, r.transcribed, r.partner_reference, r.reason, r.entered_by,
                               r.reduced_at
                          from order_line_reduction r join order_line l on l.order_id = r.order_id and l.line = r.line
                         where r.order_id = :orderId order by r.reduced_at, r.reduction_id
                        """)
                .bind("orderId", orderId)
                .mapTo(Recorded.class)
                .list());
    }
}
