package coop.parasol.portal.search;

/** What somebody may have in hand, by which a desk finds something. */
public enum Findable {
    /** Also a part of it. */
    FIRM_NAME,
    ORDER_NUMBER,
    LOT,
    CERTIFICATE_NUMBER,
    /** GS1 serial shipping container code. */
    SSCC,
    DELIVERY_NOTE,
    INVOICE_NUMBER,
    BANK_REFERENCE,
    AMOUNT
}
