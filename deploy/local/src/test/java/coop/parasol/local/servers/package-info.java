@NullMarked
package coop.parasol.local.servers;

import org.jspecify.annotations.NullMarked;
