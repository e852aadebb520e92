/** Calls the services' REST interfaces as a person would: signed in, patient, and never twice. */
@NullMarked
package coop.parasol.local.client;

import org.jspecify.annotations.NullMarked;
