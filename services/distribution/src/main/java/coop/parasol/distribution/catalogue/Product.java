package coop.parasol.distribution.catalogue;

import java.util.List;

/**
 * A product that has a standard.
 *
 * @param unit UN/CEFACT Recommendation 20 code that it is counted in
 * @param grades from the best down
 */
public record Product(String code, String name, String unit, List<String> grades) {}
