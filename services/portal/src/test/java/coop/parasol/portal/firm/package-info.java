@NullMarked
package coop.parasol.portal.firm;

import org.jspecify.annotations.NullMarked;
