package coop.parasol.local.season;

import coop.parasol.local.client.Person;

/** A producer-member of the demo with the person who acts for it. */
record Firm(String memberId, String name, String email, Product product, Person owner) {}
