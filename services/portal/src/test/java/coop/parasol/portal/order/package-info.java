@NullMarked
package coop.parasol.portal.order;

import org.jspecify.annotations.NullMarked;
