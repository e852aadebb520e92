/** Complaints of partners about certified lots, and what the quality desk decides about them. */
@NullMarked
package coop.parasol.quality.complaint;

import org.jspecify.annotations.NullMarked;
