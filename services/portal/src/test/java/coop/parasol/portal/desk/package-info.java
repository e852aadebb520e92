@NullMarked
package coop.parasol.portal.desk;

import org.jspecify.annotations.NullMarked;
