/** Pictures that the portal draws itself, as SVG without style or script. */
@NullMarked
package coop.parasol.portal.chart;

import org.jspecify.annotations.NullMarked;
