package coop.parasol.membership.treasury.payment.rules;

/** What a payable is owed for; with the id of its source it says for which one. */
public enum PayableKind {
    /** A member's part of a settled pool; the source is the payout. */
    POOL_PAYOUT,
    /** Tax on top of a member's part of a settled pool; the source is the document, as pricing numbers it. */
    PAYOUT_TAX,
    /** An advance on certified goods; the source is the advance, as pricing numbers it. */
    ADVANCE,
    /** The limited return and the cash part of the patronage bonus of one period; the source is the allotment. */
    PATRONAGE_BONUS,
    /** Patronage capital that is paid back when the bylaws' years have passed; the source is the patronage lot. */
    REVOLVED_CAPITAL,
    /** Unsold goods that the firm has bought of a leaving member; the source is the purchase. */
    GOODS_PURCHASE,
    /** An instalment of a leaving member's settlement, or what is released of its holdback; the source is the exit payment. */
    EXIT
}
