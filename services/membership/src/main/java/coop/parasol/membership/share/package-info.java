/** What one share is worth. */
@NullMarked
package coop.parasol.membership.share;

import org.jspecify.annotations.NullMarked;
