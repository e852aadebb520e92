/** What a proposal is, and when it is carried. */
@NullMarked
package coop.parasol.membership.governance.rules;

import org.jspecify.annotations.NullMarked;
