/** What anybody may see and do: look up, print and verify a certificate, and apply for membership. */
@NullMarked
package coop.parasol.portal.firm;

import org.jspecify.annotations.NullMarked;
