package coop.parasol.distribution.stock;

/**
 * Goods that can stand in for one another.
 *
 * @param unit UN/CEFACT Recommendation 20 code that they are counted in
 */
public record ProductGrade(String product, String grade, String unit) {}
