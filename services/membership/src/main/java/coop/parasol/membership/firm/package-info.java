/** What the firm was founded as, for everybody who has to do with it. */
@NullMarked
package coop.parasol.membership.firm;

import org.jspecify.annotations.NullMarked;
