/** How members are registered for tax, as they or the registrar have entered it, from which day on. */
@NullMarked
package coop.parasol.membership.taxregistration;

import org.jspecify.annotations.NullMarked;
