package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.ProductionEvent;
import coop.parasol.contracts.ProductionEvent.CommitmentFulfilled;
import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.contracts.Quantity;
import coop.parasol.persistence.Columns;
import coop.parasol.production.commitment.rules.CommitmentRules;
import coop.parasol.production.member.ClearExit;
import coop.parasol.production.member.Member;
import coop.parasol.production.outlook.DemandOutlook;
import coop.parasol.production.outlook.DemandOutlook.Change;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * The commitments of one member that batches are reported for: locked together, counted one batch after the other, and stored
 * together, in a fixed number of statements however many there are.
 */
public final class ReportedCommitments {

    private final Member member;
    private final Map<UUID, Counted> commitments;
    private final Map<UUID, Integer> batches = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();

    private ReportedCommitments(Member member, List<Counted> commitments) {
        this.member = member;
        this.commitments = commitments.stream()
                .collect(Collectors.toMap(
                        Counted::id, counted -> counted, (one, other) -> other, HashMap<UUID, Counted>::new));
    }

    /** A commitment, with what is reported of it so far. */
    record Counted(
            UUID id,
            UUID memberId,
            String product,
            String grade,
            Period period,
            BigDecimal quantity,
            BigDecimal reported,
            BigDecimal taken,
            String unit,
            String route,
            Commitment.State state) {

        Counted after(Quantity batch) {
            return made(CommitmentRules.reported(committed(), new Quantity(reported, unit), batch), state);
        }

        /** @param made what all its batches are together */
        Counted recounted(BigDecimal made) {
            return made(CommitmentRules.recounted(committed(), made), Commitment.State.OPEN);
        }

        /** @param otherwise its state unless all of it is made */
        private Counted made(Quantity now, Commitment.State otherwise) {
            return new Counted(
                    id,
                    memberId,
                    product,
                    grade,
                    period,
                    quantity,
                    now.value(),
                    taken,
                    unit,
                    route,
                    now.equals(committed()) ? Commitment.State.FULFILLED : otherwise);
        }

        Quantity committed() {
            return new Quantity(quantity, unit);
        }

        /** Whether a part of it that was taken from another's commitment is not made yet. */
        boolean awaitsTakenPart() {
            return state == Commitment.State.OPEN && reported.compareTo(taken) < 0;
        }

        /** What is committed and not yet reported; nothing once the commitment is no longer open. */
        BigDecimal outstanding() {
            return state == Commitment.State.OPEN ? quantity.subtract(reported) : BigDecimal.ZERO;
        }
    }

    /** A commitment after so many batches. */
    private record Reported(Counted commitment, int batches) {}

    private Stream<Reported> reported() {
        return batches.entrySet().stream()
                .map(each -> new Reported(Objects.requireNonNull(commitments.get(each.getKey())), each.getValue()));
    }

    /** Locks and stores them. */
    @ApplicationScoped
    public static class Repository {

        private final Jdbi jdbi;
        private final DemandOutlook outlook;

        Repository(Jdbi jdbi, DemandOutlook outlook) {
            this.jdbi = jdbi;
            this.outlook = outlook;
        }

        /**
         * Those of the commitments that are the member's.
         *
         * @param member locked by the caller
         */
        public ReportedCommitments lock(Member member, Collection<UUID> ids) {
            return lock(member, ids, List.of());
        }

        /**
         * The same, and those with parts taken from others' commitments of products.
         *
         * @param products of which batches are reported without a commitment
         */
        public ReportedCommitments lock(Member member, Collection<UUID> ids, Collection<String> products) {
            return Objects.requireNonNull(lock(List.of(member), ids, products).get(member.id));
        }

        /** The same of several members, by their ids; each gets its own only. */
        public Map<UUID, ReportedCommitments> lock(
                Collection<Member> members, Collection<UUID> ids, Collection<String> products) {
            Map<UUID, List<Counted>> byMember = ids.isEmpty() && products.isEmpty()
                    ? Map.of()
                    : jdbi.withHandle(handle -> handle
                            .createQuery("""
                        select id, member_id, product, grade, period, quantity, reported, taken, unit, route, state
                          from commitment
                         where member_id = any(:members)
                           and (id = any(:ids) or (product = any(:products) and state = 'OPEN' and taken > 0))
                         order by id for update
                        """)
                            .bindArray("ids", UUID.class, ids)
                            .bindArray("products", String.class, products)
                            .bindArray("members", UUID.class, Columns.of(members, member -> member.id))
                            .mapTo(Counted.class)
                            .stream()
                            .collect(Collectors.groupingBy(Counted::memberId)));
            return members.stream()
                    .collect(Collectors.toMap(
                            member -> member.id,
                            member -> new ReportedCommitments(member, byMember.getOrDefault(member.id, List.of()))));
        }

        /** The versions count the batches, as if each had been reported in a call of its own. */
        public void store(ReportedCommitments reported) {
            store(List.of(reported));
        }

        /** The same of several members. */
        public void store(Collection<ReportedCommitments> all) {
            List<Reported> reported = all.stream()
                    .flatMap(ReportedCommitments::reported)
                    .sorted(Comparator.comparing(each -> each.commitment().id()))
                    .toList();
            if (reported.isEmpty()) {
                return;
            }
            List<Counted> changed = Columns.of(reported, Reported::commitment);
            jdbi.useHandle(handle -> handle.createUpdate("""
                update commitment set reported = counted.reported, state = counted.state,
                       reopened = reopened or (commitment.state = 'FULFILLED' and counted.state = 'OPEN'),
                       version = version + counted.batches
                  from unnest(:ids, :reported, :states, :batches) as counted (id, reported, state, batches)
                 where commitment.id = counted.id
                """)
                    .bindArray("ids", UUID.class, Columns.of(changed, Counted::id))
                    .bindArray("reported", BigDecimal.class, Columns.of(changed, Counted::reported))
                    .bindArray(
                            "states",
                            String.class,
                            Columns.of(changed, each -> each.state().name()))
                    .bindArray("batches", Integer.class, Columns.of(reported, Reported::batches))
                    .execute());
            outlook.addCommitments(
                    all.stream().flatMap(each -> each.changes.stream()).toList());
        }
    }

    /**
     * The commitment that a batch is counted for where its producer names none: that of the earliest week with a part that it has taken
     * from another's commitment and not made yet. So nobody keeps the originator's share by being silent.
     */
    public Optional<UUID> awaitingTakenPart(String product) {
        return commitments.values().stream()
                .filter(each -> each.product().equals(product) && each.awaitsTakenPart())
                .min(Comparator.comparing(Counted::period).thenComparing(Counted::id))
                .map(Counted::id);
    }

    /** Whether a part of a commitment was taken from another's. */
    public boolean hasTakenPart(UUID commitmentId) {
        Counted commitment = commitments.get(commitmentId);
        return commitment != null && commitment.taken().signum() > 0;
    }

    /** Why the member cannot report a batch of a product for a commitment; empty if it can. */
    public Optional<Refusal> refusal(UUID commitmentId, String product) {
        Counted commitment = commitments.get(commitmentId);
        if (commitment == null) {
            return Optional.of(new Refusal.InvalidField(
                    "commitmentId", "unknown-commitment", "You have no commitment " + commitmentId + "."));
        }
        if (commitment.state() != Commitment.State.OPEN) {
            return Optional.of(ChangeCommitment.notOpen(commitment.state()));
        }
        return commitment.product().equals(product)
                ? Optional.empty()
                : Optional.of(new Refusal.InvalidField(
                        "product",
                        "commitment-for-other-product",
                        "The commitment is for " + commitment.product() + "."));
    }

    /**
     * Counts a batch towards the open commitment it was made for, and closes the commitment once all of it is reported.
     *
     * @return what has happened by it, in this order
     */
    public List<ProductionEvent> report(UUID commitmentId, Quantity batch) {
        Counted before = Objects.requireNonNull(commitments.get(commitmentId));
        Counted now = before.after(batch);
        put(before, now);
        if (now.state() == Commitment.State.OPEN) {
            return List.of();
        }
        member.openCommitments--;
        List<ProductionEvent> events = new ArrayList<>();
        events.add(fulfilled(now));
        ClearExit.clearance(member).ifPresent(events::add);
        return events;
    }

    /** Whether batches can still count towards it: it is the member's, and was not released. */
    public boolean canCount(UUID commitmentId) {
        Counted commitment = commitments.get(commitmentId);
        return commitment != null && commitment.state() != Commitment.State.RELEASED;
    }

    /**
     * Counts all batches of a commitment anew, after one of them was corrected or withdrawn: by it the commitment may be open again, or
     * fulfilled. The caller clears the member's exit.
     *
     * @param made what its batches are together
     * @return what has happened by it, if anything
     */
    public Optional<ProductionEvent> recount(UUID commitmentId, BigDecimal made) {
        Counted before = Objects.requireNonNull(commitments.get(commitmentId));
        Counted now = before.recounted(made);
        put(before, now);
        if (before.state() == now.state()) {
            return Optional.empty();
        }
        if (now.state() == Commitment.State.FULFILLED) {
            member.openCommitments--;
            return Optional.of(fulfilled(now));
        }
        member.openCommitments++;
        return Optional.of(new QuantityCommitted(
                now.id(), member.id, now.product(), now.period(), now.committed(), now.route(), now.grade()));
    }

    private void put(Counted before, Counted now) {
        commitments.put(now.id(), now);
        batches.merge(now.id(), 1, Integer::sum);
        changes.add(new Change(
                now.product(),
                now.grade(),
                now.period(),
                now.unit(),
                now.outstanding().subtract(before.outstanding())));
    }

    private CommitmentFulfilled fulfilled(Counted commitment) {
        return new CommitmentFulfilled(commitment.id(), member.id, commitment.product(), commitment.period());
    }
}
