/** What one share is worth. */
@NullMarked
package coop.parasol.membership.sharevalue;

import org.jspecify.annotations.NullMarked;
