package coop.parasol.local.season;

import coop.parasol.local.client.ApiUser;

/** A producer-member of the demo, with the user who acts for it. */
record DemoProducer(String memberId, String name, String email, DemoProduct product, ApiUser owner) {}
