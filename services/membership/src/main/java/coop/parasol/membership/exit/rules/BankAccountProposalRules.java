package coop.parasol.membership.exit.rules;

import org.jspecify.annotations.Nullable;

/** When a desk may propose where a member is paid: only for a member that cannot sign in or has ended. */
public final class BankAccountProposalRules {

    private BankAccountProposalRules() {}

    /**
     * @param hasHeldAShare whether the firm can owe it anything
     * @param canSignIn whether it has an account to sign in with
     * @param exitKind why it leaves; absent if it is not leaving
     */
    public static boolean isAllowed(boolean hasHeldAShare, boolean canSignIn, @Nullable ExitKind exitKind) {
        return hasHeldAShare && (!canSignIn || (exitKind != null && exitKind.isRecorded()));
    }
}
