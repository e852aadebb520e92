package coop.parasol.portal.live;

/** A change, and whom it concerns. */
record Notice(Change change, Audience audience) {}
