package coop.parasol.production.batch;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.ProductionEvent.InputKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a producer says went into a batch: a lot of its own, material that it has bought in, or a certified lot of another member, which
 * it names by the number of the certificate.
 *
 * @param lot of its own, or of what it has bought in
 * @param material what it has bought in
 * @param certificate of another member's lot
 * @param quantity that went into it, more than nothing; null where it is not told
 * @param unit of the quantity; null for that of the lot
 */
record NamedInput(
        InputKind kind,
        @Nullable Identifier lot,
        @Nullable String material,
        @Nullable String certificate,
        @Nullable BigDecimal quantity,
        @Nullable String unit) {

    Stream<Identifier> ownLot() {
        return kind == InputKind.OWN ? Stream.ofNullable(lot) : Stream.empty();
    }

    Stream<String> certificateOfMember() {
        return kind == InputKind.MEMBER && certificate != null ? Stream.of(keyOf(certificate)) : Stream.empty();
    }

    /** The normal form of a certificate's number, which people type with and without its hyphens. */
    static String keyOf(String certificate) {
        return certificate.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether it is the same input, however its lot and certificate are written; a unit that is not named is that of the other. */
    boolean isSame(NamedInput other) {
        return kind == other.kind
                && Objects.equals(normal(lot), normal(other.lot))
                && Objects.equals(material, other.material)
                && Objects.equals(key(certificate), key(other.certificate))
                && (quantity == null
                        ? other.quantity == null
                        : other.quantity != null && quantity.compareTo(other.quantity) == 0)
                && (unit == null || other.unit == null || unit.equals(other.unit));
    }

    /** Whether lists of inputs are the same, in their order. */
    static boolean areSame(List<NamedInput> some, List<NamedInput> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> some.get(i).isSame(others.get(i)));
    }

    private static @Nullable String key(@Nullable String certificate) {
        return certificate == null ? null : keyOf(certificate);
    }

    private static @Nullable String normal(@Nullable Identifier lot) {
        return lot == null ? null : lot.normal();
    }
}
