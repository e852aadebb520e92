package coop.parasol.membership.buyin;

import coop.parasol.contracts.Identifier;
import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Members' payments for their shares: the invoice, its instalments, and the transfers by which they were paid. */
@ApplicationScoped
public class BuyIns {

    private final Jdbi jdbi;
    private final FirmClock clock;

    BuyIns(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @param number counts from 1 */
    record Invoice(long number, LocalDate issuedOn) {}

    /**
     * A part of the price of a share. Amounts in minor units.
     *
     * @param number counts from 1
     * @param setOff what of the amount was settled by what the firm owed the member
     */
    record Instalment(
            int number,
            long amount,
            long setOff,
            LocalDate dueOn,
            @Nullable Instant paidAt,
            @Nullable String bankReference) {

        /** What of it is to be paid, or was. */
        long payable() {
            return amount - setOff;
        }

        boolean isOpen() {
            return paidAt == null && payable() > 0;
        }
    }

    /**
     * Money that came in for a share under a reference of the bank.
     *
     * @param amount minor units
     */
    record Transfer(UUID memberId, long amount) {}

    /** What was entered under a bank's reference. */
    Optional<Transfer> findTransfer(String bankReference) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select member_id, amount from buy_in_transfer where reference_key = :reference")
                .bind("reference", Identifier.of(bankReference).normal())
                .mapTo(Transfer.class)
                .findOne());
    }

    /** Remembers a transfer; the database refuses a second one of the same reference. */
    void addTransfer(String bankReference, Transfer transfer) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into buy_in_transfer (bank_reference, member_id, amount, entered_at)
            values (:reference, :member, :amount, :now)
            """)
                .bind("reference", bankReference)
                .bind("member", transfer.memberId())
                .bind("amount", transfer.amount())
                .bind("now", clock.now())
                .execute());
    }

    /** Gives an admitted member the number of its invoice, from today. */
    public void invoice(UUID memberId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into buy_in_invoice (member_id, issued_on) values (:member, :today)")
                .bind("member", memberId)
                .bind("today", clock.today())
                .execute());
    }

    Optional<Invoice> findInvoice(UUID memberId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select number, issued_on from buy_in_invoice where member_id = :member")
                        .bind("member", memberId)
                        .mapTo(Invoice.class)
                        .findOne());
    }

    /** The first instalment is paid now; each other one is due an interval after the one before. Amounts in minor units. */
    void plan(UUID memberId, List<Long> amounts, Period interval, String bankReference) {
        for (int i = 0; i < amounts.size(); i++) {
            int index = i;
            boolean paid = i == 0;
            jdbi.useHandle(handle -> handle.createUpdate("""
                insert into buy_in_instalment (member_id, number, amount, due_on, paid_at, bank_reference)
                values (:member, :number, :amount, :dueOn, :paidAt, :reference)
                """)
                    .bind("member", memberId)
                    .bind("number", index + 1)
                    .bind("amount", amounts.get(index))
                    .bind("dueOn", clock.today().plus(interval.multipliedBy(index)))
                    .bindByType("paidAt", paid ? clock.now() : null, Instant.class)
                    .bindByType("reference", paid ? bankReference : null, String.class)
                    .execute());
        }
    }

    /** Marks an instalment as paid. */
    void pay(UUID memberId, Instalment instalment, String bankReference) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            update buy_in_instalment set paid_at = :now, bank_reference = :reference
             where member_id = :member and number = :number and paid_at is null
            """)
                .bind("now", clock.now())
                .bind("reference", bankReference)
                .bind("member", memberId)
                .bind("number", instalment.number())
                .execute());
    }

    /**
     * What is not paid of the price of a member's share.
     *
     * @param open minor units
     * @param due of it, what is due today or was before
     */
    public record OpenPrice(UUID memberId, long open, long due) {}

    /** What is not paid of the price of the shares of members; those that owe nothing of it are left out. */
    public Map<UUID, OpenPrice> openPrices(Collection<UUID> members) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select member_id, sum(amount - set_off) as open, coalesce(sum(amount - set_off) filter (where due_on <= :today), 0) as due
              from buy_in_instalment where member_id = any(:members) and paid_at is null and amount > set_off group by member_id
            """)
                .bindArray("members", UUID.class, members)
                .bind("today", clock.today())
                .mapTo(OpenPrice.class)
                .collect(Collectors.toMap(OpenPrice::memberId, Function.identity())));
    }

    /**
     * What the firm comes to owe a member, or the equity of one that leaves, settles what it still owes for its share, the longest due
     * part first; in addition to what was set off before.
     *
     * @param debts minor units
     */
    public void setOff(UUID memberId, long debts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            update buy_in_instalment i set set_off = i.set_off + least(o.open, greatest(0, :debts - o.before))
              from (select number, amount - set_off as open,
                           sum(amount - set_off) over (order by due_on, number) - (amount - set_off) as before
                      from buy_in_instalment where member_id = :member and paid_at is null) o
             where i.member_id = :member and i.number = o.number
            """)
                .bind("debts", debts)
                .bind("member", memberId)
                .execute());
    }

    /**
     * What a member had owed for its share, and was set off by mistake, is owed again: the last part first. What was set off of
     * parts that are paid meanwhile becomes a part of its own, due today, for nobody pays a part twice.
     *
     * @param debts minor units; what is more than was set off was owed for something else
     */
    public void reopen(UUID memberId, long debts) {
        long owedAgain = jdbi.withHandle(handle -> handle.createQuery("""
            with again as (
                update buy_in_instalment i set set_off = i.set_off - s.part
                  from (select number,
                               least(set_off, greatest(0, :debts - (sum(set_off) over (order by number desc) - set_off))) as part
                          from buy_in_instalment where member_id = :member and paid_at is null) s
                 where i.member_id = :member and i.number = s.number and s.part > 0
                returning s.part)
            select coalesce(sum(part), 0) from again
            """)
                .bind("debts", debts)
                .bind("member", memberId)
                .mapTo(Long.class)
                .one());
        jdbi.useHandle(handle -> handle.createUpdate("""
            with again as (
                update buy_in_instalment i set amount = i.amount - s.part, set_off = i.set_off - s.part
                  from (select number,
                               least(set_off, greatest(0, :debts - (sum(set_off) over (order by number desc) - set_off))) as part
                          from buy_in_instalment where member_id = :member and paid_at is not null) s
                 where i.member_id = :member and i.number = s.number and s.part > 0
                returning s.part)
            insert into buy_in_instalment (member_id, number, amount, due_on)
            select :member, (select max(number) + 1 from buy_in_instalment where member_id = :member), sum(part), :today
              from again having sum(part) > 0
            """)
                .bind("debts", debts - owedAgain)
                .bind("member", memberId)
                .bind("today", clock.today())
                .execute());
    }

    List<Instalment> instalments(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select number, amount, set_off, due_on, paid_at, bank_reference from buy_in_instalment
             where member_id = :member order by number
            """)
                .bind("member", memberId)
                .mapTo(Instalment.class)
                .list());
    }

    /** Those that are still to be paid, in their order. */
    List<Instalment> openInstalments(UUID memberId) {
        return instalments(memberId).stream().filter(Instalment::isOpen).toList();
    }
}
