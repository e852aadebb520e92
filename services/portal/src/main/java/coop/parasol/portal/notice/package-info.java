/** What is told to people: notices made from the services' events, their pages, and what each person has chosen to get by mail. */
@NullMarked
package coop.parasol.portal.notice;

import org.jspecify.annotations.NullMarked;
