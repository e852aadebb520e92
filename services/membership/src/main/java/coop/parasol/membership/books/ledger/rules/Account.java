package coop.parasol.membership.books.ledger.rules;

/** The chart of accounts, as the migration seeds it; each has a code of four digits, a kind, and may be kept per member. */
public enum Account {
    BANK(1000, Kind.ASSET, false),
    PURCHASED_GOODS(1100, Kind.ASSET, false),
    MEMBER_DEBTS(1200, Kind.ASSET, true),
    ADVANCES(1300, Kind.ASSET, true),
    INPUT_TAX(1350, Kind.ASSET, false),
    FIXED_ASSETS(1400, Kind.ASSET, false),
    POOL_RECEIPTS(2000, Kind.LIABILITY, false),
    PAYOUT_CLEARING(2100, Kind.LIABILITY, false),
    POOL_CARRY(2110, Kind.LIABILITY, false),
    POOL_PAYABLE(2200, Kind.LIABILITY, true),
    ADVANCE_PAYABLE(2210, Kind.LIABILITY, true),
    PAYOUT_TAX_PAYABLE(2220, Kind.LIABILITY, true),
    EXIT_PAYABLE(2300, Kind.LIABILITY, true),
    PATRONAGE_PAYABLE(2310, Kind.LIABILITY, true),
    GOODS_PAYABLE(2330, Kind.LIABILITY, true),
    CREDITORS(2400, Kind.LIABILITY, false),
    HOLDBACK(2320, Kind.LIABILITY, true),
    EQUAL_SHARE_CAPITAL(3000, Kind.EQUITY, false),
    UNDIVIDED_REMAINDER(3010, Kind.EQUITY, false),
    LOSS_CARRIED_FORWARD(3020, Kind.EQUITY, false),
    PATRONAGE_CAPITAL(3100, Kind.EQUITY, true),
    INDIVISIBLE_RESERVE(3200, Kind.EQUITY, false),
    SURPLUS_TO_ALLOT(3900, Kind.EQUITY, false),
    MARGIN_INCOME(4000, Kind.INCOME, false),
    COST_RECOVERY(4100, Kind.INCOME, false),
    OWN_SALES(4200, Kind.INCOME, false),
    OTHER_INCOME(4300, Kind.INCOME, false),
    RECALL_RECOVERY(4500, Kind.INCOME, false),
    OPERATING_EXPENSES(5000, Kind.EXPENSE, false),
    WAGES(5100, Kind.EXPENSE, false),
    COST_OF_OWN_GOODS(5200, Kind.EXPENSE, false),
    DEPRECIATION(5300, Kind.EXPENSE, false),
    BANK_CHARGES(5400, Kind.EXPENSE, false);

    /** What an account is of. Income less expenses of the open period belong to nobody until the period is closed. */
    public enum Kind {
        ASSET,
        LIABILITY,
        EQUITY,
        INCOME,
        EXPENSE;

        /** Whether a period close brings its accounts to zero. */
        public boolean isResult() {
            return this == INCOME || this == EXPENSE;
        }
    }

    private final int code;
    private final Kind kind;
    private final boolean perMember;

    Account(int code, Kind kind, boolean perMember) {
        this.code = code;
        this.kind = kind;
        this.perMember = perMember;
    }

    public int code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether every line on it names the member whose part it is. */
    public boolean perMember() {
        return perMember;
    }

    /** Whether a treasurer may enter lines on it by hand: what the firm itself earns, spends and owes, and what it has. */
    public boolean allowsManualEntries() {
        return switch (this) {
            case BANK, PURCHASED_GOODS, INPUT_TAX, FIXED_ASSETS, CREDITORS, OTHER_INCOME -> true;
            case OPERATING_EXPENSES, WAGES, COST_OF_OWN_GOODS, DEPRECIATION, BANK_CHARGES -> true;
            case MEMBER_DEBTS, ADVANCES -> false;
            case POOL_RECEIPTS, PAYOUT_CLEARING, POOL_CARRY, POOL_PAYABLE -> false;
            case ADVANCE_PAYABLE, PAYOUT_TAX_PAYABLE, EXIT_PAYABLE, PATRONAGE_PAYABLE, GOODS_PAYABLE, HOLDBACK -> false;
            case EQUAL_SHARE_CAPITAL, UNDIVIDED_REMAINDER, LOSS_CARRIED_FORWARD, PATRONAGE_CAPITAL -> false;
            case INDIVISIBLE_RESERVE, SURPLUS_TO_ALLOT -> false;
            case MARGIN_INCOME, COST_RECOVERY, OWN_SALES, RECALL_RECOVERY -> false;
        };
    }
}
