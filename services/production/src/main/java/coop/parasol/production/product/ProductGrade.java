package coop.parasol.production.product;

/** A product in one of its grades: what partners order and producers commit. */
public record ProductGrade(String product, String grade) {}
