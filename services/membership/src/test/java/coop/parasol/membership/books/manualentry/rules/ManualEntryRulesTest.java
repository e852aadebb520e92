package coop.parasol.membership.books.manualentry.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a treasurer may book by hand. */
class ManualEntryRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final UUID MEMBER = new UUID(0, 1);

    @Test
    void what_the_firm_earns_and_spends_may_be_entered_by_hand() {
        assertThat(entry(TODAY, null, line(Account.WAGES, 500), line(Account.BANK, -500)))
                .isInstanceOf(ManualEntryRules.Accepted.class);
    }

    @Test
    void members_accounts_equity_and_pools_allow_no_manual_entries() {
        List<Account> moved = Arrays.stream(Account.values())
                .filter(account -> account.perMember()
                        || account.kind() == Account.Kind.EQUITY
                        || account.name().startsWith("POOL")
                        || account == Account.PAYOUT_CLEARING
                        || account == Account.MARGIN_INCOME)
                .toList();

        assertThat(moved).hasSizeGreaterThan(10).noneMatch(Account::allowsManualEntries);
        assertThat(entry(TODAY, null, line(Account.BANK, 5), line(Account.PATRONAGE_CAPITAL, -5)))
                .isEqualTo(new ManualEntryRules.Refused(
                        "account-not-manual",
                        "lines[1].account",
                        "PATRONAGE_CAPITAL moves by decisions and events only."));
    }

    @Test
    void what_the_tax_office_pays_of_input_tax_is_entered_by_hand_and_what_is_owed_of_it_is_not() {
        assertThat(entry(TODAY, null, line(Account.BANK, 5), line(Account.INPUT_TAX, -5)))
                .isInstanceOf(ManualEntryRules.Accepted.class);
        assertThat(code(entry(TODAY, null, line(Account.BANK, 5), line(Account.PAYOUT_TAX_PAYABLE, -5))))
                .isEqualTo("account-not-manual");
    }

    @Test
    void lines_that_do_not_sum_to_zero_or_move_nothing_are_refused() {
        assertThat(code(entry(TODAY, null, line(Account.WAGES, 5), line(Account.BANK, -4))))
                .isEqualTo("unbalanced");
        assertThat(code(entry(TODAY, null, line(Account.WAGES, 0), line(Account.BANK, 0))))
                .isEqualTo("zero");
    }

    @Test
    void nothing_is_booked_into_a_closed_period_or_into_the_future() {
        assertThat(code(entry(TODAY, TODAY, line(Account.WAGES, 5), line(Account.BANK, -5))))
                .isEqualTo("period-closed");
        assertThat(code(entry(TODAY.plusDays(1), null, line(Account.WAGES, 5), line(Account.BANK, -5))))
                .isEqualTo("in-future");
    }

    @Test
    void a_line_moves_no_more_than_any_sum_can_hold() {
        ManualEntryRules.RequestedLine most = line(Account.WAGES, ManualEntryRules.MAX_AMOUNT);
        assertThat(entry(TODAY, null, most, line(Account.BANK, -ManualEntryRules.MAX_AMOUNT)))
                .isInstanceOf(ManualEntryRules.Accepted.class);
        for (long amount : new long[] {
            ManualEntryRules.MAX_AMOUNT + 1, -ManualEntryRules.MAX_AMOUNT - 1, Long.MAX_VALUE, Long.MIN_VALUE
        }) {
            assertThat(entry(TODAY, null, most, line(Account.BANK, amount)))
                    .isInstanceOfSatisfying(ManualEntryRules.Refused.class, refused -> {
                        assertThat(refused.code()).isEqualTo("too-large");
                        assertThat(refused.field()).isEqualTo("lines[1].amount");
                    });
        }
    }

    @Test
    void nothing_is_booked_on_a_day_of_more_than_eighteen_months_ago() {
        LocalDate oldest = LocalDate.of(2025, 5, 24);
        assertThat(entry(oldest, null, line(Account.WAGES, 5), line(Account.BANK, -5)))
                .isInstanceOf(ManualEntryRules.Accepted.class);
        for (LocalDate day : List.of(oldest.minusDays(1), TODAY.minusYears(10), LocalDate.MIN)) {
            assertThat(entry(day, null, line(Account.WAGES, 5), line(Account.BANK, -5)))
                    .isInstanceOfSatisfying(ManualEntryRules.Refused.class, refused -> {
                        assertThat(refused.code()).isEqualTo("too-early");
                        assertThat(refused.field()).isEqualTo("bookedOn");
                    });
        }
    }

    @Test
    void a_reversal_has_every_line_with_the_opposite_sign_and_names_the_entry() {
        ManualEntryRules.Outcome outcome = ManualEntryRules.reversal(
                7,
                ManualEntryRules.EVENT,
                false,
                List.of(new Entry.Line(Account.WAGES, null, 5), new Entry.Line(Account.BANK, null, -5)),
                "wrong month",
                TODAY);

        assertThat(outcome).isInstanceOfSatisfying(ManualEntryRules.Accepted.class, accepted -> {
            assertThat(accepted.entry().reverses()).isEqualTo(7);
            assertThat(accepted.entry().lines()).extracting(Entry.Line::amount).containsExactly(-5L, 5L);
        });
    }

    @Test
    void an_entry_is_reversed_once_and_what_was_decided_elsewhere_is_not_reversed_by_hand() {
        List<Entry.Line> lines =
                List.of(new Entry.Line(Account.BANK, null, 5), new Entry.Line(Account.POOL_PAYABLE, MEMBER, -5));

        assertThat(code(ManualEntryRules.reversal(7, ManualEntryRules.EVENT, true, lines, "x", TODAY)))
                .isEqualTo("already-reversed");
        assertThat(code(ManualEntryRules.reversal(7, "PayoutPaid", false, lines, "x", TODAY)))
                .isEqualTo("entry-not-manual");
        assertThat(code(ManualEntryRules.reversal(7, ManualEntryRules.REVERSAL, false, lines, "x", TODAY)))
                .isEqualTo("entry-not-manual");
    }

    private static ManualEntryRules.Outcome entry(
            LocalDate on, @Nullable LocalDate closedTo, ManualEntryRules.RequestedLine... lines) {
        return ManualEntryRules.entry(new UUID(0, 2), List.of(lines), "words", null, on, TODAY, closedTo);
    }

    private static ManualEntryRules.RequestedLine line(Account account, long amount) {
        return new ManualEntryRules.RequestedLine(account, amount);
    }

    private static String code(ManualEntryRules.Outcome outcome) {
        return outcome instanceof ManualEntryRules.Refused refused ? refused.code() : "accepted";
    }
}
