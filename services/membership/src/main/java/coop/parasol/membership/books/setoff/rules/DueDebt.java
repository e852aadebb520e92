package coop.parasol.membership.books.setoff.rules;

import coop.parasol.membership.bylaws.rules.Bylaws.SetOffOrder;

/**
 * What a member owes the firm that is due: it is set off against what the firm comes to owe the member. Minor units.
 *
 * @param claims for what recalls have cost, advances on goods that are lost, tax that is taken back, money that was paid too much; due
 *     at once
 * @param sharePrice parts of the price of its share whose day has come
 */
public record DueDebt(long claims, long sharePrice) {

    public static final DueDebt NONE = new DueDebt(0, 0);

    /** @throws IllegalArgumentException if one is less than nothing */
    public DueDebt {
        if (claims < 0 || sharePrice < 0) {
            throw new IllegalArgumentException("less than nothing is owed: " + claims + ", " + sharePrice);
        }
    }

    /**
     * What is due of a member's balance in the books.
     *
     * @param owed the balance: all that the member owes; less than nothing counts as nothing
     * @param openPrice of it, what is not paid of the price of its share
     * @param duePrice of this, what is due
     */
    public static DueDebt of(long owed, long openPrice, long duePrice) {
        long all = Math.max(0, owed);
        return new DueDebt(Math.max(0, all - openPrice), Math.min(duePrice, all));
    }

    public long sum() {
        return claims + sharePrice;
    }

    /**
     * What of an amount settles the price of the share; the rest settles claims.
     *
     * @param amount at most all that is due
     */
    public long ofSharePrice(long amount, SetOffOrder order) {
        return switch (order) {
            case CLAIMS_FIRST -> Math.max(0, amount - claims);
            case SHARE_FIRST -> Math.min(amount, sharePrice);
        };
    }

    /** What is due still after an amount was set off. */
    public DueDebt less(long amount, SetOffOrder order) {
        long price = ofSharePrice(amount, order);
        return new DueDebt(claims - (amount - price), sharePrice - price);
    }
}
