package coop.parasol.quality.performance;

import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Counts what becomes of producers' batches when it is decided, so that showing it costs the same after a million of them. */
@ApplicationScoped
public class RecordBatchOutcome {

    private static final String COUNT = """
            insert into producer_yield as counted (member_id, product, inspected, accepted_first, reworked, scrapped)
            values (:member, :product, :inspected, :acceptedFirst, :reworked, :scrapped)
            on conflict (member_id, product) do update
            set inspected = counted.inspected + excluded.inspected,
                accepted_first = counted.accepted_first + excluded.accepted_first,
                reworked = counted.reworked + excluded.reworked,
                scrapped = counted.scrapped + excluded.scrapped
            """;
    private static final String COUNT_MONTH = """
            insert into producer_yield_month as counted (member_id, product, month, inspected, accepted_first)
            values (:member, :product, :month, 1, :acceptedFirst)
            on conflict (member_id, product, month) do update
            set inspected = counted.inspected + 1, accepted_first = counted.accepted_first + excluded.accepted_first
            """;
    private static final String COUNT_DEFECTS = """
            insert into producer_defect as counted (member_id, product, defect, batches, found)
            select :member, :product, d.defect, 1, d.found from unnest(:defects, :found) d(defect, found)
            on conflict (member_id, product, defect) do update
            set batches = counted.batches + 1, found = counted.found + excluded.found
            """;

    private final Jdbi jdbi;
    private final FirmClock clock;

    RecordBatchOutcome(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The original inspection or the re-inspection of a batch was decided. */
    public record Inspected(UUID memberId, String product, boolean original, Instant at) {}

    /** The batch is certified. */
    public void certified(Inspected batch) {
        if (batch.original()) {
            count(batch.memberId(), batch.product(), 1, 1, 0, 0);
            countMonth(batch, 1);
        }
    }

    /**
     * The batch is rejected, for good if it was its re-inspection. Defects count by lot: those of the re-inspection are of a
     * lot that is counted already.
     *
     * @param defects by characteristic, or by defect class where only counts were entered, how many were found
     */
    public void rejected(Inspected batch, Map<String, Integer> defects) {
        if (batch.original()) {
            count(batch.memberId(), batch.product(), 1, 0, 0, 0);
            countMonth(batch, 0);
            countDefects(batch, defects);
        } else {
            count(batch.memberId(), batch.product(), 0, 0, 0, 1);
        }
    }

    /** A rejected batch is reworked. */
    public void reworked(UUID memberId, String product) {
        count(memberId, product, 0, 0, 1, 0);
    }

    /** A batch is given up without an inspection. */
    public void scrapped(UUID memberId, String product) {
        count(memberId, product, 0, 0, 0, 1);
    }

    private void count(UUID memberId, String product, int inspected, int acceptedFirst, int reworked, int scrapped) {
        jdbi.useHandle(handle -> handle.createUpdate(COUNT)
                .bind("member", memberId)
                .bind("product", product)
                .bind("inspected", inspected)
                .bind("acceptedFirst", acceptedFirst)
                .bind("reworked", reworked)
                .bind("scrapped", scrapped)
                .execute());
    }

    private void countMonth(Inspected batch, int acceptedFirst) {
        LocalDate month = clock.day(batch.at()).withDayOfMonth(1);
        jdbi.useHandle(handle -> handle.createUpdate(COUNT_MONTH)
                .bind("member", batch.memberId())
                .bind("product", batch.product())
                .bind("month", month)
                .bind("acceptedFirst", acceptedFirst)
                .execute());
    }

    private void countDefects(Inspected batch, Map<String, Integer> defects) {
        List<String> names = defects.keySet().stream().sorted().toList();
        jdbi.useHandle(handle -> handle.createUpdate(COUNT_DEFECTS)
                .bind("member", batch.memberId())
                .bind("product", batch.product())
                .bindArray("defects", String.class, names)
                .bindArray(
                        "found", Integer.class, names.stream().map(defects::get).toList())
                .execute());
    }
}
