/** The guides of {@code docs/guide} as pages. */
@NullMarked
package coop.parasol.portal.help;

import org.jspecify.annotations.NullMarked;
