/** The register of members: who they are, where they are paid, and the state of their membership. */
@NullMarked
package coop.parasol.membership.member;

import org.jspecify.annotations.NullMarked;
