package coop.parasol.portal.desk;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.people.PersonNames;
import io.quarkus.arc.Arc;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** How states, persons, numbers and shares are written on the pages of desks. */
@TemplateExtension
public final class DeskFormats {

    private static final int BRIEF = 8;
    private static final int PERCENT_DIGITS = 2;
    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{56}\\b");
    private static final Set<String> GOOD = Set.of(
            "ACTIVE",
            "APPROVED",
            "PAID",
            "PUBLISHED",
            "SETTLED",
            "POSTED",
            "CLOSED",
            "CERTIFIED",
            "DELIVERED",
            "CARRIED",
            "INVOICED",
            "UP",
            "CLEARED",
            "BOUGHT",
            "TAKEN_BACK",
            "ENDED");
    private static final Set<String> BAD = Set.of(
            "REFUSED",
            "REJECTED",
            "RETURNED",
            "RECALLED",
            "EXPELLED",
            "HELD",
            "SUSPENDED",
            "EXPIRED",
            "DOWN",
            "LAPSED",
            "UNKNOWN");
    private static final Set<String> WAITING = Set.of(
            "APPLIED",
            "ADMITTED",
            "DRAFT",
            "PROPOSED",
            "OPEN",
            "IN_RUN",
            "REQUESTED",
            "BINDING",
            "ACCEPTED",
            "PART_ALLOCATED",
            "ALLOCATED",
            "DISPATCHED",
            "ISSUED",
            "ANNOUNCED",
            "SET_ASIDE",
            "OFFERED",
            "PLANNED",
            "DUE");

    private DeskFormats() {}

    /** A state in words, marked as good, bad or waiting. */
    static RawString badge(String state) {
        return marked(state, stateWords(state));
    }

    /** The same where the state's type has words of its own for it. */
    static RawString badgeOf(String state, String type) {
        return marked(state, Formats.wordsOf(state, type).toLowerCase(Locale.ROOT));
    }

    private static RawString marked(String state, String words) {
        String mark = GOOD.contains(state)
                ? " good"
                : BAD.contains(state) ? " bad" : WAITING.contains(state) ? " waiting" : "";
        return new RawString("<span class=\"state" + mark + "\">" + words + "</span>");
    }

    /** A state in words, where a page has no template of its own. */
    public static String stateWords(String state) {
        return Formats.words(state).toLowerCase(Locale.ROOT);
    }

    /** Who has done something: oneself, a colleague by name, or by the end of the identity where Keycloak does not know it any more. */
    public static String actor(String subject) {
        DeskMessages words = Words.of(DeskMessages.class);
        if (subject.equals(Arc.container().instance(Person.class).get().subject())) {
            return words.you();
        }
        if (!IDENTITY.matcher(subject).matches()) {
            return subject;
        }
        return Arc.container()
                .instance(PersonNames.class)
                .get()
                .find(subject)
                .orElseGet(() -> words.personId(subject.substring(subject.length() - BRIEF)));
    }

    /** Whether the person who looks at the page has done it. */
    static boolean mine(String subject) {
        return subject.equals(Arc.container().instance(Person.class).get().subject());
    }

    /** The end of an identity, for people to tell them apart. */
    public static String brief(UUID id) {
        String text = id.toString();
        return text.substring(text.length() - BRIEF);
    }

    /** A text in which of each SHA-256 the first digits stand, enough to tell it from others. */
    static String withShortDigests(String text) {
        return DIGEST.matcher(text).replaceAll("$1…");
    }

    /** An amount with its currency, where a page has no template of its own. */
    public static String sum(Money amount) {
        return Formats.text(amount);
    }

    /** A quantity with its unit, where a page has no template of its own. */
    public static String measure(Quantity quantity) {
        return Formats.text(quantity);
    }

    /** A number as part of a sentence. */
    static String numeral(long number) {
        return Long.toString(number);
    }

    /** A number as part of a sentence. */
    static String numeral(int number) {
        return Integer.toString(number);
    }

    /** A share in ten-thousandths as a percentage; also where a page has no template of its own. */
    public static String percent(int share) {
        return BigDecimal.valueOf(share, PERCENT_DIGITS).stripTrailingZeros().toPlainString() + " %";
    }
}
