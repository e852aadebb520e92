/** What every page has: the signed-in person, the layout's data, formats, refusals and parts that load side by side. */
@NullMarked
package coop.parasol.portal.page;

import org.jspecify.annotations.NullMarked;
