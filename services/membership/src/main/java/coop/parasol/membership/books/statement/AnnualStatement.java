package coop.parasol.membership.books.statement;

import coop.parasol.contracts.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's statement of one year. Amounts from the member's side: positive is the member's, negative is owed by it.
 *
 * @param accounts its part of every account that it has a part of: opening + moved = closing
 * @param shares held at the end of the year, or today while the year lasts
 * @param valuedOn the last day of the year, or today while the year lasts: {@code shareValue} and {@code members} are of that day
 * @param entries oldest first, {@value DrawUpAnnualStatement#MAX_LINES} at most
 * @param entriesLeftOut how many more there are; they are in {@code GET /members/{id}/statement}
 */
public record AnnualStatement(
        UUID memberId,
        String name,
        String registrationNumber,
        int year,
        LocalDate drawnUpOn,
        int shares,
        LocalDate valuedOn,
        Money shareValue,
        long members,
        List<AccountYear> accounts,
        List<Line> entries,
        long entriesLeftOut) {

    /** One account's year. */
    public record AccountYear(String account, String title, Money opening, Money moved, Money closing) {}

    /** One line of the books. */
    public record Line(
            long entry,
            LocalDate bookedOn,
            String event,
            String account,
            @Nullable String reference,
            Money amount) {}
}
