/** The photos of a reported lot, which its producer adds and removes, and which whoever inspects it looks at. */
@NullMarked
package coop.parasol.portal.photo;

import org.jspecify.annotations.NullMarked;
