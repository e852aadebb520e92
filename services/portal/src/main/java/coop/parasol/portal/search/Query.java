package coop.parasol.portal.search;

import coop.parasol.csv.TypedDigits;
import java.util.regex.Pattern;

/** What somebody has typed to search for, which may be a name, a number, a lot or an amount. */
public record Query(String text) {

    /** A number in Latin digits, in whatever digits it was typed. */
    public Query {
        text = TypedDigits.latin(text);
    }

    private static final Pattern NUMBER = Pattern.compile("[ -~]{1,100}");
    private static final Pattern SSCC = Pattern.compile("\\d{18}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");

    /** Whether it is a GS1 serial shipping container code; blanks between its digits do not count. */
    public boolean isSscc() {
        return SSCC.matcher(compact()).matches();
    }

    /** Whether it may be an amount; thousands may be grouped. */
    public boolean isAmount() {
        return !isSscc() && AMOUNT.matcher(amount()).matches();
    }

    /** Whether it may be an order number, a lot or another number, which are written in ASCII. */
    public boolean isNumber() {
        return NUMBER.matcher(text).matches();
    }

    /** Whether it has no digit, as names mostly have none; numbers of documents, references of banks and amounts have some. */
    public boolean isWords() {
        return text.chars().noneMatch(Character::isDigit);
    }

    /** What was typed without blanks, as numbers are compared. */
    public String compact() {
        return text.replaceAll("\\s", "");
    }

    /** As services take an amount: without blanks, grouping and the sign of a currency. */
    public String amount() {
        return compact().replace(",", "").replaceFirst("^\\p{Sc}", "");
    }
}
