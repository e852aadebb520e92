@NullMarked
package coop.parasol.portal.mail;

import org.jspecify.annotations.NullMarked;
