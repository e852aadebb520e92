package coop.parasol.distribution.product;

import java.util.List;

/**
 * A product that has a standard.
 *
 * @param code the product's code, unique in the firm
 * @param unit UN/CEFACT Recommendation 20 code of the unit that it is counted in, such as {@code C62} for pieces
 * @param grades from the best down
 */
public record Product(String code, String name, String unit, List<String> grades) {}
