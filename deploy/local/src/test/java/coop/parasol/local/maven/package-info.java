@NullMarked
package coop.parasol.local.maven;

import org.jspecify.annotations.NullMarked;
