package coop.parasol.quality.inspection.rules;

/** A field of an inspection whose value is not possible or is missing, and why. */
public record InspectionError(String field, String code, String detail) {}
