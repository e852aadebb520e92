@NullMarked
package coop.parasol.local.client;

import org.jspecify.annotations.NullMarked;
