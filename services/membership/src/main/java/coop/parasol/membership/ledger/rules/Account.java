package coop.parasol.membership.ledger.rules;

/** The chart of accounts, as the migration seeds it. */
public enum Account {
    BANK(1000, Kind.ASSET, false),
    GOODS_BOUGHT_IN(1100, Kind.ASSET, false),
    MEMBER_DEBTS(1200, Kind.ASSET, true),
    ADVANCES(1300, Kind.ASSET, true),
    POOL_RECEIPTS(2000, Kind.LIABILITY, false),
    PAYOUTS_TO_STATE(2100, Kind.LIABILITY, false),
    POOL_CARRY(2110, Kind.LIABILITY, false),
    POOL_MONEY(2200, Kind.LIABILITY, true),
    EXIT_PAYABLE(2300, Kind.LIABILITY, true),
    EQUAL_SHARE_CAPITAL(3000, Kind.EQUITY, false),
    UNDIVIDED_REMAINDER(3010, Kind.EQUITY, false),
    PATRONAGE_CAPITAL(3100, Kind.EQUITY, true),
    INDIVISIBLE_RESERVE(3200, Kind.EQUITY, false),
    MARGIN_INCOME(4000, Kind.INCOME, false),
    COST_RECOVERY(4100, Kind.INCOME, false),
    OWN_SALES(4200, Kind.INCOME, false);

    /** Income of the open period belongs to nobody until the period is closed. */
    public enum Kind {
        ASSET,
        LIABILITY,
        EQUITY,
        INCOME
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
}
