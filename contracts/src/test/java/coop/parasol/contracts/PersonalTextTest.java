package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Topics are kept for ever, so nothing that an event says in words may be about a person: whatever can be text is named here
 * with what it is. Of a firm, which may be one person's, it is the name that it trades under, its town
 * and the address of its tax registration; a person is named by
 * a token's subject alone.
 */
class PersonalTextTest {

    /** What the text of an event's component is; whatever is none of these belongs in the tables of the service that decides. */
    private enum Words {
        /** one of a closed list, or a sentence without names, of the service that decides the event */
        OF_THE_SERVICE,
        /** about goods or an order of goods: what is wrong with them, how they are made */
        ABOUT_GOODS,
        /** the name that a firm trades under */
        TRADE_NAME,
        TOWN,
        /** of a business, as its tax registration has it and the documents of its supplies must say it */
        REGISTERED_ADDRESS,
        /** of a first version, in which it is left empty */
        EMPTY
    }

    /** Codes and numbers of goods, documents and transfers, whichever event has them. */
    private static final Set<String> IDENTIFIERS = Set.of(
            "product",
            "grade",
            "grades",
            "lot",
            "sortedFromLot",
            "brandLot",
            "seedDigest",
            "figures",
            "digest",
            "route",
            "unit",
            "gtin",
            "tier",
            "partnerGroup",
            "country",
            "sscc",
            "number",
            "reference",
            "bankReference",
            "certificateNumber");

    private static final Map<String, Words> WORDS = Map.ofEntries(
            Map.entry("MemberApplied.name", Words.TRADE_NAME),
            Map.entry("MemberAdmitted.name", Words.TRADE_NAME),
            Map.entry("MemberActivated.name", Words.TRADE_NAME),
            Map.entry("MemberActivatedV2.name", Words.TRADE_NAME),
            Map.entry("MemberRenamed.name", Words.TRADE_NAME),
            Map.entry("PartnerRegistered.name", Words.TRADE_NAME),
            Map.entry("MemberAdmitted.place", Words.TOWN),
            Map.entry("MemberMoved.place", Words.TOWN),
            Map.entry("TaxRegistrationChanged.address", Words.REGISTERED_ADDRESS),
            Map.entry("MemberActivated.email", Words.EMPTY),
            Map.entry("ApplicationRefused.reason", Words.OF_THE_SERVICE),
            Map.entry("ProposalDecided.withoutEffectBecause", Words.OF_THE_SERVICE),
            Map.entry("BylawsChanged.changes", Words.OF_THE_SERVICE),
            Map.entry("PaymentReturned.kind", Words.OF_THE_SERVICE),
            Map.entry("OrderRefused.code", Words.OF_THE_SERVICE),
            Map.entry("OrderRefused.reason", Words.OF_THE_SERVICE),
            Map.entry("OrderCancelled.reason", Words.ABOUT_GOODS),
            Map.entry("OrderLineReduced.reason", Words.ABOUT_GOODS),
            Map.entry("StandardPublished.name", Words.ABOUT_GOODS),
            Map.entry("StandardPublished.characteristics.name", Words.ABOUT_GOODS),
            Map.entry("BatchReported.inputs.material", Words.ABOUT_GOODS),
            Map.entry("BatchCorrected.inputs.material", Words.ABOUT_GOODS),
            Map.entry("BatchRejected.reason", Words.ABOUT_GOODS),
            Map.entry("BatchSuspended.reason", Words.ABOUT_GOODS),
            Map.entry("BatchReinstated.reason", Words.ABOUT_GOODS),
            Map.entry("BatchRecalled.reason", Words.ABOUT_GOODS),
            Map.entry("BatchScrapped.reason", Words.ABOUT_GOODS),
            Map.entry("ReworkAnnounced.description", Words.ABOUT_GOODS),
            Map.entry("LotReleased.reason", Words.ABOUT_GOODS),
            Map.entry("SupportCaseOpened.reason", Words.ABOUT_GOODS));

    @Test
    void nothing_that_an_event_says_in_words_is_about_a_person() {
        Set<String> texts = new TreeSet<>();
        EventTypes.all().forEach(type -> addTexts(type, type.getSimpleName(), texts));
        texts.removeIf(path -> IDENTIFIERS.contains(path.substring(path.lastIndexOf('.') + 1)));

        assertThat(texts).containsExactlyInAnyOrderElementsOf(WORDS.keySet());
    }

    private static void addTexts(Type type, String path, Set<String> texts) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> addTexts(argument, path, texts));
        } else if (type == String.class || type == Identifier.class) {
            texts.add(path);
        } else if (type instanceof Class<?> record && record.isRecord() && !isNumber(record)) {
            Arrays.stream(record.getRecordComponents())
                    .forEach(
                            component -> addTexts(component.getGenericType(), path + "." + component.getName(), texts));
        }
    }

    private static boolean isNumber(Class<?> type) {
        return type == Money.class || type == Quantity.class || type == UnitPrice.class || type == Period.class;
    }
}
