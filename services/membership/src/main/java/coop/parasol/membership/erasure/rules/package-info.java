/** Whose data may be erased, and how long what is kept is kept. */
@NullMarked
package coop.parasol.membership.erasure.rules;

import org.jspecify.annotations.NullMarked;
