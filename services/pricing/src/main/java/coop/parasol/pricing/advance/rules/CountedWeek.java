package coop.parasol.pricing.advance.rules;

import java.util.UUID;

/** What counts is said of the commitments of one producer for one product, grade and week. */
public record CountedWeek(UUID memberId, String product, String grade, String period) {}
