package coop.parasol.membership.books.close.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.books.close.rules.SurplusAllocation.Claim;
import coop.parasol.membership.books.close.rules.SurplusAllocation.Equity;
import coop.parasol.membership.books.close.rules.SurplusAllocation.Rates;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.books.ledger.rules.Entry.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a period close posts: the result of 90,000 that is divided as in {@link SurplusAllocationTest}, in minor units. */
class ClosingEntriesTest {

    private static final UUID PERIOD = new UUID(1, 0);
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 31);

    private final List<Entry> entries = ClosingEntries.of(
            PERIOD,
            LAST_DAY,
            Map.of(Account.MARGIN_INCOME, -100_000L, Account.WAGES, 10_000L),
            SurplusAllocation.allocate(
                    90_000,
                    new Equity(200_000, 0, 0, 1_000, 2),
                    new Rates(2_000, 600, 2_000),
                    List.of(new Claim(FIRST, 3, true, true), new Claim(SECOND, 1, false, true))));

    @Test
    void the_results_go_to_losses_reserve_and_members_and_their_accounts_to_zero() {
        Entry firm = entries.getFirst();

        assertThat(firm.event()).isEqualTo("PeriodClosed");
        assertThat(firm.sourceDocument()).isEqualTo(PERIOD.toString());
        assertThat(firm.bookedOn()).isEqualTo(LAST_DAY);
        assertThat(firm.lines())
                .containsExactlyInAnyOrder(
                        new Line(Account.MARGIN_INCOME, null, 100_000),
                        new Line(Account.WAGES, null, -10_000),
                        new Line(Account.LOSS_CARRIED_FORWARD, null, -1_000),
                        new Line(Account.INDIVISIBLE_RESERVE, null, -17_800),
                        new Line(Account.SURPLUS_TO_ALLOT, null, -71_200));
    }

    @Test
    void each_member_has_an_entry_of_its_own_with_what_is_paid_and_what_is_kept() {
        assertThat(entries).hasSize(3);
        assertThat(entries.get(1).sourceDocument()).isEqualTo(PERIOD + ":" + FIRST);
        assertThat(entries.get(1).memberId()).isEqualTo(FIRST);
        // 71,200 less a return of 6,000 to the first leaves 65,200 for bonuses: 48,900 and 16,300, a fifth of each in
        // cash
        assertThat(entries.get(1).lines())
                .containsExactly(
                        new Line(Account.SURPLUS_TO_ALLOT, null, 54_900),
                        new Line(Account.PATRONAGE_PAYABLE, FIRST, -15_780),
                        new Line(Account.PATRONAGE_CAPITAL, FIRST, -39_120));
        assertThat(entries.get(2).lines())
                .containsExactly(
                        new Line(Account.SURPLUS_TO_ALLOT, null, 16_300),
                        new Line(Account.PATRONAGE_PAYABLE, SECOND, -3_260),
                        new Line(Account.PATRONAGE_CAPITAL, SECOND, -13_040));
    }
}
