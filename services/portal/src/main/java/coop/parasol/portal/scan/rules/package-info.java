/** What a code says. */
@NullMarked
package coop.parasol.portal.scan.rules;

import org.jspecify.annotations.NullMarked;
