/** The states of a membership, and which may follow which. */
@NullMarked
package coop.parasol.membership.member.rules;

import org.jspecify.annotations.NullMarked;
