/** What counts of producers' commitments: fixed by the uniform rule when the planning of a week is frozen. */
@NullMarked
package coop.parasol.production.counting;

import org.jspecify.annotations.NullMarked;
