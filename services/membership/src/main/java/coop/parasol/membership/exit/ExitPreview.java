package coop.parasol.membership.exit;

import coop.parasol.contracts.Money;
import coop.parasol.membership.pool.MemberGoods;
import coop.parasol.membership.pool.MemberReceipts.PoolToCome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member would get if it asked to leave today and its share were valued at the end of notice on books as they are now.
 *
 * @param exitId of the exit that is under way, if it has asked to leave
 * @param goods its unsold goods, added up by product, grade and what it has chosen for them if it has asked to leave
 * @param poolsToCome what partners have paid for its goods and pricing has not divided yet
 * @param owed what it owes the firm, kind by kind; what is due is set off against what it is paid next
 * @param debts of it, what is set off against its equity
 * @param stillOwed what it owes beyond its equity
 * @param payable equal share + patronage capital - debts - holdback
 * @param lastStatementUntil how long the statement of its last pool would be waited for at most
 * @param instalments by the bylaws' plan
 * @param expected when the money is expected, the holdback included, under the cap and after those who asked before; exits that are
 *     not valued yet are not counted
 */
public record ExitPreview(
        UUID memberId,
        @Nullable UUID exitId,
        LocalDate noticeUntil,
        List<MemberGoods.UnsoldSum> goods,
        List<PoolToCome> poolsToCome,
        List<Debt> owed,
        Money equalShare,
        Money patronageCapital,
        Money debts,
        Money stillOwed,
        Money holdback,
        LocalDate holdbackUntil,
        LocalDate lastStatementUntil,
        Money payable,
        List<Part> instalments,
        List<Expected> expected,
        Cap cap,
        int bylawsVersion) {

    /** What a member can owe the firm. */
    public enum DebtKind {
        /** what recalls have cost, advances on goods that are lost, tax that is taken back: due at once */
        CLAIMS_DUE,
        /** what is not paid of the price of its share; the parts whose day has come are due */
        SHARE_PRICE,
        /** advances on goods, which pricing deducts from what pools bring; not set off against equity */
        ADVANCES
    }

    /** Something that the member owes. */
    public record Debt(DebtKind kind, Money amount) {}

    /** An instalment as scheduled by the bylaws, whatever the yearly cap allows. */
    public record Part(int number, Money amount, LocalDate dueOn) {}

    /** A payment as expected under the yearly redemption cap. */
    public record Expected(LocalDate on, Money amount) {}

    /**
     * What may be paid to leaving members this year.
     *
     * @param amount absent: there is no cap
     * @param used of it
     * @param waiting what others are owed who have asked before
     */
    public record Cap(int year, @Nullable Money amount, Money used, Money waiting) {}
}
