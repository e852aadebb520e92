package coop.parasol.membership.books.ledger.rules;

/** The chart of accounts, as the migrations seed it. */
public enum Account {
    BANK(1000, Kind.ASSET, false),
    GOODS_BOUGHT_IN(1100, Kind.ASSET, false),
    MEMBER_DEBTS(1200, Kind.ASSET, true),
    ADVANCES(1300, Kind.ASSET, true),
    FIXED_ASSETS(1400, Kind.ASSET, false),
    POOL_RECEIPTS(2000, Kind.LIABILITY, false),
    PAYOUTS_TO_STATE(2100, Kind.LIABILITY, false),
    POOL_CARRY(2110, Kind.LIABILITY, false),
    POOL_MONEY(2200, Kind.LIABILITY, true),
    EXIT_PAYABLE(2300, Kind.LIABILITY, true),
    PATRONAGE_PAYABLE(2310, Kind.LIABILITY, true),
    CREDITORS(2400, Kind.LIABILITY, false),
    HELD_BACK(2320, Kind.LIABILITY, true),
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

    /** Income less expenses of the open period belong to nobody until the period is closed. */
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

    /** Whether a treasurer may book on it by hand: what the firm itself earns, spends and owes, and what it has. */
    public boolean byHand() {
        return switch (this) {
            case BANK, GOODS_BOUGHT_IN, FIXED_ASSETS, CREDITORS, OTHER_INCOME -> true;
            default -> kind == Kind.EXPENSE;
        };
    }
}
