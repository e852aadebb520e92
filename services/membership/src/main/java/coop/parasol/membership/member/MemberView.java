package coop.parasol.membership.member;

import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.web.BankData;
import coop.parasol.web.MailLanguage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as it is shown to itself, to the registrar and to the treasurer; to nobody else, for it contains its bank account.
 *
 * @param language in which it has applied; absent where it has not said
 * @param hasToConfirmEmail whether it is not admitted before its e-mail address is confirmed
 * @param emailConfirmedAt when it was, by the link that was mailed to it
 * @param loginResetAt when two registrars last gave its account a new password
 * @param buyInDue while ADMITTED: the value of a share now; later: what was paid; absent before
 */
public record MemberView(
        UUID memberId,
        String name,
        String registrationNumber,
        FirmKind kind,
        String email,
        List<String> capabilities,
        @Nullable Address address,
        @BankData @Nullable String iban,
        MemberState state,
        @Nullable Money buyInDue,
        @Nullable String refusalReason,
        Instant appliedAt,
        boolean hasToConfirmEmail,
        @Nullable Instant emailConfirmedAt,
        @Nullable Instant admittedAt,
        @Nullable Instant shareIssuedAt,
        @Nullable Instant shareCancelledAt,
        @Nullable Instant leftAt,
        @Nullable Instant loginResetAt,
        @Nullable Integer bylawsVersion,
        @Nullable MailLanguage language) {

    /** @param buyInPrice what a share costs now; shown while the member is ADMITTED */
    public static MemberView of(Member member, FirmCurrency currency, Money buyInPrice) {
        Money due = null;
        if (member.state == MemberState.ADMITTED) {
            due = buyInPrice;
        } else if (member.buyInDue != null) {
            due = currency.money(member.buyInDue);
        }
        return new MemberView(
                member.id,
                member.name,
                member.registrationNumber,
                member.kind,
                member.email,
                member.capabilities,
                Address.of(member),
                member.iban,
                member.state,
                due,
                member.refusalReason,
                member.appliedAt,
                member.hasToConfirmEmail(),
                member.emailConfirmedAt,
                member.admittedAt,
                member.shareIssuedAt,
                member.shareCancelledAt,
                member.leftAt,
                member.loginResetAt,
                member.bylawsVersion,
                member.language);
    }
}
