@NullMarked
package coop.parasol.portal.partner;

import org.jspecify.annotations.NullMarked;
