package coop.parasol.membership.member;

import coop.parasol.membership.Firm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The invoice for a share, and the parts it is paid in. */
@ApplicationScoped
public class BuyIns {

    private final Session database;
    private final Firm firm;

    BuyIns(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    record Invoice(String number, LocalDate issuedOn) {}

    /**
     * A part of the price of a share.
     *
     * @param amount minor units
     * @param setOff what of it was settled by the member's equity when it left
     */
    record Instalment(
            int number,
            long amount,
            long setOff,
            LocalDate dueOn,
            @Nullable Instant paidAt,
            @Nullable String bankReference) {

        /** What of it is to be paid, or was. */
        long toPay() {
            return amount - setOff;
        }

        boolean isOpen() {
            return paidAt == null && toPay() > 0;
        }
    }

    /**
     * Money that the bank has told of under a reference of its own.
     *
     * @param amount minor units
     */
    record Transfer(UUID member, long amount) {}

    /** What was entered under a bank's reference. */
    Optional<Transfer> transfer(String bankReference) {
        return database
                .createNativeQuery(
                        "select member_id, amount from buy_in_transfer where bank_reference = ?1", Object[].class)
                .setParameter(1, bankReference)
                .getResultList()
                .stream()
                .map(row -> new Transfer((UUID) row[0], ((Number) row[1]).longValue()))
                .findFirst();
    }

    void keep(String bankReference, Transfer transfer) {
        database.createNativeMutationQuery(
                        "insert into buy_in_transfer (bank_reference, member_id, amount, entered_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, bankReference)
                .setParameter(2, transfer.member())
                .setParameter(3, transfer.amount())
                .setParameter(4, firm.now())
                .executeUpdate();
    }

    void invoice(UUID member) {
        database.createNativeMutationQuery("insert into buy_in_invoice (member_id, issued_on) values (?1, ?2)")
                .setParameter(1, member)
                .setParameter(2, firm.today())
                .executeUpdate();
    }

    Optional<Invoice> invoiceOf(UUID member) {
        return database
                .createNativeQuery("select number, issued_on from buy_in_invoice where member_id = ?1", Object[].class)
                .setParameter(1, member)
                .getResultList()
                .stream()
                .map(row -> new Invoice("BUYIN-%06d".formatted(((Number) row[0]).longValue()), (LocalDate) row[1]))
                .findFirst();
    }

    /** The first is paid now, each other one an interval later. */
    void plan(UUID member, List<Long> parts, Period interval, String bankReference) {
        for (int i = 0; i < parts.size(); i++) {
            database.createNativeMutationQuery("""
                            insert into buy_in_instalment (member_id, number, amount, due_on, paid_at, bank_reference)
                            values (?1, ?2, ?3, ?4, ?5, ?6)
                            """)
                    .setParameter(1, member)
                    .setParameter(2, i + 1)
                    .setParameter(3, parts.get(i))
                    .setParameter(4, firm.today().plus(interval.multipliedBy(i)))
                    .setParameter(5, i == 0 ? firm.now() : null, Instant.class)
                    .setParameter(6, i == 0 ? bankReference : null, String.class)
                    .executeUpdate();
        }
    }

    void paid(UUID member, Instalment instalment, String bankReference) {
        database.createNativeMutationQuery("update buy_in_instalment set paid_at = ?3, bank_reference = ?4"
                        + " where member_id = ?1 and number = ?2 and paid_at is null")
                .setParameter(1, member)
                .setParameter(2, instalment.number())
                .setParameter(3, firm.now())
                .setParameter(4, bankReference)
                .executeUpdate();
    }

    /**
     * A leaving member's equity settles what it still owes for its share, the first part first.
     *
     * @param debts minor units
     */
    public void setOff(UUID member, long debts) {
        database.createNativeMutationQuery("""
                        update buy_in_instalment i set set_off = least(i.amount, greatest(0, ?2 - o.before))
                          from (select number, sum(amount) over (order by number) - amount as before
                                  from buy_in_instalment where member_id = ?1 and paid_at is null) o
                         where i.member_id = ?1 and i.number = o.number
                        """)
                .setParameter(1, member)
                .setParameter(2, debts)
                .executeUpdate();
    }

    List<Instalment> instalments(UUID member) {
        return database
                .createNativeQuery(
                        "select number, amount, set_off, due_on, paid_at, bank_reference from buy_in_instalment"
                                + " where member_id = ?1 order by number",
                        Object[].class)
                .setParameter(1, member)
                .getResultList()
                .stream()
                .map(row -> new Instalment(
                        ((Number) row[0]).intValue(),
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).longValue(),
                        (LocalDate) row[3],
                        (Instant) row[4],
                        (String) row[5]))
                .toList();
    }

    /** Those that are still to be paid, in their order. */
    List<Instalment> open(UUID member) {
        return instalments(member).stream().filter(Instalment::isOpen).toList();
    }
}
