package coop.parasol.membership.member;

import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.member.rules.MemberState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as it is shown to itself and to the desks that deal with it; to nobody else, for its bank account stands in it.
 *
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
        @Nullable String iban,
        MemberState state,
        @Nullable Money buyInDue,
        @Nullable String refusalReason,
        Instant appliedAt,
        @Nullable Instant admittedAt,
        @Nullable Instant shareIssuedAt,
        @Nullable Instant shareCancelledAt,
        @Nullable Instant leftAt,
        @Nullable Integer bylawsVersion) {

    static MemberView of(Member member, Firm firm, Money shareValue) {
        Money due = null;
        if (member.state == MemberState.ADMITTED) {
            due = shareValue;
        } else if (member.buyInDue != null) {
            due = firm.money(member.buyInDue);
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
                member.admittedAt,
                member.shareIssuedAt,
                member.shareCancelledAt,
                member.leftAt,
                member.bylawsVersion);
    }
}
