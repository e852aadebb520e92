package coop.parasol.production.batch;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.ProductionEvent.InputKind;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a producer says went into a batch: a lot of its own, material that it has bought in, or a certified lot of another member, which
 * it names by the number of the certificate.
 *
 * @param lot of its own, or of what it has bought in
 * @param material what it has bought in
 * @param certificate of another member's lot
 */
record NamedInput(
        InputKind kind,
        @Nullable Identifier lot,
        @Nullable String material,
        @Nullable String certificate) {

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

    /** The same input, however its lot and certificate are written. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedInput input
                && kind == input.kind
                && Objects.equals(normal(lot), normal(input.lot))
                && Objects.equals(material, input.material)
                && Objects.equals(key(certificate), key(input.certificate));
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, normal(lot), material, key(certificate));
    }

    private static @Nullable String key(@Nullable String certificate) {
        return certificate == null ? null : keyOf(certificate);
    }

    private static @Nullable String normal(@Nullable Identifier lot) {
        return lot == null ? null : lot.normal();
    }
}
