package coop.parasol.membership.staff;

import coop.parasol.membership.staff.rules.GrantRules.Reason;
import coop.parasol.web.Refusal;

/** Why rights are not given or taken, as a caller is told it. */
final class StaffRefusals {

    private StaffRefusals() {}

    static Refusal of(Reason reason) {
        return switch (reason) {
            case NEVER_TOGETHER ->
                new Refusal.InvalidField(
                        "roles",
                        "never-together",
                        "Who inspects batches as an auditor never decides at the quality desk (ISO/IEC 17065).");
            case AUDITOR_NUMBER_MISSING ->
                new Refusal.InvalidField(
                        "auditorId",
                        "auditor-number-missing",
                        "Name the number under which the auditor is registered.");
            case AUDITOR_NUMBER_UNUSED ->
                new Refusal.InvalidField(
                        "auditorId", "auditor-number-unused", "Only an auditor has an auditor's number.");
            case AUDITORS_ONLY ->
                new Refusal.Forbidden(
                        "auditors-only", "The quality desk proposes and removes auditors; registrars all others.");
            case NOT_FOR_YOURSELF ->
                new Refusal.Forbidden("not-for-yourself", "Nobody gives itself rights; two others have to agree.");
            case LAST_REGISTRAR ->
                new Refusal.Conflict(
                        "last-registrar", "You are the last registrar. Another one has to be there before you go.");
        };
    }

    /** Who was removed, or has other rights now, has a token with the old ones that is good for some minutes more. */
    static Refusal accountRemoved() {
        return new Refusal.Forbidden(
                "account-removed", "Your account was removed or has other rights now; you give and take none here.");
    }
}
