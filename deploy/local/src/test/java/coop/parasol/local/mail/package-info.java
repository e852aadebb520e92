@NullMarked
package coop.parasol.local.mail;

import org.jspecify.annotations.NullMarked;
