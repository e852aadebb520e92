/** Who may commit and report, and when a leaving member has nothing open any more. */
@NullMarked
package coop.parasol.production.member;

import org.jspecify.annotations.NullMarked;
