package coop.parasol.membership.treasury.account;

import coop.parasol.web.Refusal;

/** The refusal of a request whose field holds no valid IBAN. */
public final class MalformedIban {

    private MalformedIban() {}

    /** 422 {@code malformed-iban}. */
    public static Refusal in(String field) {
        return new Refusal.InvalidField(
                field, "malformed-iban", "It is no IBAN: its country, its length or its check digits are wrong.");
    }
}
