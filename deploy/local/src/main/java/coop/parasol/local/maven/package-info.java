/** Runs Maven for the developer's commands, and reads the reports that it writes. */
@NullMarked
package coop.parasol.local.maven;

import org.jspecify.annotations.NullMarked;
