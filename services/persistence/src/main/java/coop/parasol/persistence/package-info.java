/** SQL with typed results beside Hibernate ORM, and retries after a deadlock. */
@NullMarked
package coop.parasol.persistence;

import org.jspecify.annotations.NullMarked;
