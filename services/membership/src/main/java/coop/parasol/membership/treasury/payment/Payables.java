package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What features owe members: they say it here once, and hear by {@link PayableListener} when it is paid. */
@ApplicationScoped
public class Payables {

    static final String NO_BANK_ACCOUNT = "no-bank-account";
    private static final int MOST_NARRATIVE = 140;

    private final Firm firm;
    private final BylawsInForce bylaws;
    private final PayableHistory history;
    private final Session database;

    Payables(Firm firm, BylawsInForce bylaws, PayableHistory history, Session database) {
        this.firm = firm;
        this.bylaws = bylaws;
        this.history = history;
        this.database = database;
    }

    /**
     * The firm owes the amount from a day on; said again about the same thing it is the same payable. A member without a bank
     * account gets it held until it names one.
     *
     * @param amount more than nothing
     * @param narrative what the member reads on its bank statement; cut after 140 characters
     * @param actor by whose word it is owed: a person, a vote, another service, or time
     * @return the payable's id
     */
    public UUID due(
            String kind, UUID sourceId, UUID memberId, Money amount, LocalDate dueOn, String narrative, String actor) {
        Optional<Payable> known = Payable.lock(kind, sourceId);
        if (known.isPresent()) {
            return known.get().id;
        }
        if (!amount.isPositive() || !amount.currency().equals(firm.currency())) {
            throw new IllegalArgumentException("nobody owes " + amount);
        }
        Payable payable = new Payable();
        payable.kind = kind;
        payable.sourceId = sourceId;
        payable.memberId = memberId;
        payable.amount = amount.minor();
        payable.dueOn = dueOn;
        payable.narrative = narrative.substring(0, Math.min(narrative.length(), MOST_NARRATIVE));
        payable.bylawsVersion = bylaws.now().version();
        owe(payable, Ids.next());
        history.add(payable.id, payable.state.name(), payable.heldBecause, actor);
        return payable.id;
    }

    /** The same is owed again, from today: what was paid has come back. It is sent under an id of its own, to the account of then. */
    void dueAgain(Payable returned, UUID id, String actor) {
        Payable payable = new Payable();
        payable.kind = returned.kind;
        payable.sourceId = returned.sourceId;
        payable.memberId = returned.memberId;
        payable.amount = returned.amount;
        payable.dueOn = firm.today();
        payable.narrative = returned.narrative;
        payable.bylawsVersion = returned.bylawsVersion;
        payable.attempt = returned.attempt + 1;
        owe(payable, id);
        history.add(id, payable.state.name(), "in place of " + returned.id + ", which has come back", actor);
    }

    private void owe(Payable payable, UUID id) {
        Member member = Member.<Member>findByIdOptional(payable.memberId).orElseThrow();
        payable.id = id;
        payable.createdAt = firm.now();
        payable.state = member.iban == null ? PayableState.HELD : PayableState.OPEN;
        payable.heldBecause = member.iban == null ? NO_BANK_ACCOUNT : null;
        payable.persistAndFlush();
    }

    /** One of many amounts that are owed for the same reason. */
    public record Due(UUID sourceId, UUID memberId, long minor) {}

    /** As {@link #due}, for a decision about thousands of members, in one statement. */
    public void dueAll(String kind, List<Due> dues, LocalDate dueOn, String narrative, String actor) {
        if (dues.stream().anyMatch(due -> due.minor() <= 0)) {
            throw new IllegalArgumentException("nobody owes nothing");
        }
        database.createNativeQuery("""
                        with fresh as (
                            insert into payable (id, kind, source_id, member_id, amount, due_on, narrative, state,
                                                 held_because, bylaws_version, created_at, version)
                            select d.id, ?1, d.source, d.member, d.amount, ?2, ?3,
                                   case when m.iban is null then 'HELD' else 'OPEN' end,
                                   case when m.iban is null then ?4 end, ?5, ?6, 0
                              from unnest(cast(?7 as uuid[]), cast(?8 as uuid[]), cast(?9 as uuid[]), cast(?10 as bigint[]))
                                   as d (id, source, member, amount) join member m on m.id = d.member
                                on conflict (kind, source_id) where state <> 'RETURNED' do nothing
                         returning id, state, held_because),
                        told as (
                            insert into payable_history (payable_id, what, detail, actor, at)
                            select id, state, held_because, ?11, ?6 from fresh returning 1)
                        select count(*) from told
                        """, Long.class)
                .setParameter(1, kind)
                .setParameter(2, dueOn)
                .setParameter(3, narrative.substring(0, Math.min(narrative.length(), MOST_NARRATIVE)))
                .setParameter(4, NO_BANK_ACCOUNT)
                .setParameter(5, bylaws.now().version())
                .setParameter(6, firm.now())
                .setParameter(7, texts(dues, due -> Ids.next()))
                .setParameter(8, texts(dues, Due::sourceId))
                .setParameter(9, texts(dues, Due::memberId))
                .setParameter(10, texts(dues, Due::minor))
                .setParameter(11, actor)
                .getSingleResult();
    }

    private static String[] texts(List<Due> dues, Function<Due, Object> field) {
        return dues.stream().map(due -> field.apply(due).toString()).toArray(String[]::new);
    }

    /** @return whether it is owed no more; false for what is being paid or has been, and for what was never owed */
    public boolean cancel(String kind, UUID sourceId, String reason, String actor) {
        return change(kind, sourceId, PayableState.CANCELLED, reason, actor);
    }

    /**
     * It is not paid until it is released.
     *
     * @param reason shown to the member
     * @return whether it is held now; false for what is being paid or has been
     */
    public boolean hold(String kind, UUID sourceId, String reason, String actor) {
        return change(kind, sourceId, PayableState.HELD, reason, actor);
    }

    /** @return whether it can be paid now; false for what was not held */
    public boolean release(String kind, UUID sourceId, String actor) {
        return change(kind, sourceId, PayableState.OPEN, null, actor);
    }

    /** What has become of it. */
    public Optional<PayableState> state(String kind, UUID sourceId) {
        return Payable.<Payable>find(
                        "kind = ?1 and sourceId = ?2 and state <> ?3", kind, sourceId, PayableState.RETURNED)
                .singleResultOptional()
                .map(payable -> payable.state);
    }

    private boolean change(String kind, UUID sourceId, PayableState next, @Nullable String reason, String actor) {
        Optional<Payable> known = Payable.lock(kind, sourceId);
        if (known.isEmpty()
                || known.get().state == PayableState.IN_RUN
                || !known.get().state.canBecome(next)) {
            return false;
        }
        Payable payable = known.get();
        payable.become(next);
        payable.heldBecause = next == PayableState.HELD ? reason : null;
        Payable.flush();
        history.add(payable.id, next.name(), reason, actor);
        return true;
    }
}
