/** Codes that are scanned or typed, and where they lead. */
@NullMarked
package coop.parasol.portal.scan;

import org.jspecify.annotations.NullMarked;
