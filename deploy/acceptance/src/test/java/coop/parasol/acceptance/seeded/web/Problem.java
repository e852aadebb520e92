package coop.parasol.acceptance.seeded.web;

import jakarta.persistence.Query;

/** Stands for the problem document. */
public record Problem(Query query) {}
