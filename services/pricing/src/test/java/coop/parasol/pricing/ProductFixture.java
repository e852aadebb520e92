package coop.parasol.pricing;

import coop.parasol.pricing.product.Product;
import java.util.List;

/** Products as pricing has heard of them. */
public final class ProductFixture {

    private ProductFixture() {}

    /** A product that is counted in pieces, with its grades; needs a transaction. */
    public static void product(String code, List<String> grades) {
        Product product = new Product();
        product.code = code;
        product.unit = "C62";
        product.grades = grades;
        product.standardVersion = 1;
        product.persist();
    }
}
