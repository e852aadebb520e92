package coop.parasol.membership.exit;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** The same proposals of bank accounts for treasurers, who approve them as registrars do. */
@Singleton
class BankAccountsForTreasurers extends WaitingKind {

    BankAccountsForTreasurers(WaitingRows rows) {
        super(rows, ExitProposalsToApprove.BANK_ACCOUNT, "treasurer", ExitProposalsToApprove.BANK_ACCOUNT_TO_APPROVE);
    }
}
