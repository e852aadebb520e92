package coop.parasol.production.product;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.Quantity;
import coop.parasol.production.product.rules.ProductQuantity;
import coop.parasol.web.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A product of the brand, as its latest published standard describes it. */
@Entity
public class Product extends PanacheEntityBase {

    @Id
    public String code;

    public String name;

    /** UN/CEFACT Recommendation 20 code in which the product is counted */
    public String unit;

    /** absent where the goods do not age */
    public @Nullable Integer shelfLifeDays;

    public int standardVersion;

    /** from the best down; a commitment is for one of them */
    public List<String> grades = List.of();

    /** What is inspected of a unit of a product. */
    public record Characteristics(List<Characteristic> all) {}

    /** by the latest standard; absent where it was published before they were kept */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public @Nullable Characteristics characteristics;

    /** What is inspected of a unit, by the latest standard. */
    public List<Characteristic> inspected() {
        return characteristics == null ? List.of() : characteristics.all();
    }

    /** Those of the products that have a published standard, by code. */
    public static Map<String, Product> ofCodes(Collection<String> codes) {
        return Product.<Product>list("code in ?1", codes).stream()
                .collect(Collectors.toMap(product -> product.code, Function.identity()));
    }

    /**
     * The grade that a producer means: the one it names, or the best.
     *
     * @return empty if the product has no standard or no such grade
     */
    public static Optional<String> gradeOf(String code, @Nullable String named) {
        Product product = findById(code);
        List<String> grades = product == null ? List.of() : product.grades;
        if (named == null) {
            return grades.stream().findFirst();
        }
        return grades.stream().filter(named::equals).findFirst();
    }

    /**
     * Why a quantity cannot be one of the product; empty if it can.
     *
     * @return {@code unknown-product} or {@code wrong-unit}
     */
    public static Optional<Refusal> refusal(String code, Quantity quantity) {
        return refusal(code, findById(code), quantity).map(Function.identity());
    }

    /**
     * The same for a product that is read already.
     *
     * @param product null where no standard is published for it
     */
    public static Optional<Refusal.InvalidField> refusal(String code, @Nullable Product product, Quantity quantity) {
        String unit = product == null ? null : product.unit;
        return switch (ProductQuantity.of(unit, quantity)) {
            case POSSIBLE -> Optional.empty();
            case UNKNOWN_PRODUCT ->
                Optional.of(new Refusal.InvalidField(
                        "product", "unknown-product", "No standard is published for " + code + "."));
            case WRONG_UNIT ->
                Optional.of(
                        new Refusal.InvalidField("quantity.unit", "wrong-unit", code + " is counted in " + unit + "."));
        };
    }
}
