/** Which member firms may commit and report, and when a leaving one has nothing open in production any more. */
@NullMarked
package coop.parasol.production.member;

import org.jspecify.annotations.NullMarked;
