package coop.parasol.pricing.product;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A product of the brand, as its latest published standard describes it. */
@Entity
public class Product extends PanacheEntityBase {

    @Id
    public String code;

    /** UN/CEFACT Recommendation 20 code in which the product is counted */
    public String unit;

    public List<String> grades;

    public int standardVersion;

    /** The products that have a published standard, by code; a code without a standard is left out. */
    public static Map<String, Product> byCode(Collection<String> codes) {
        return Product.<Product>find("code in ?1", codes).<Product>stream()
                .collect(Collectors.toMap(product -> product.code, product -> product));
    }
}
