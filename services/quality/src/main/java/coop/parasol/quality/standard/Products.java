package coop.parasol.quality.standard;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** Locks a product, so that a batch does not miss the standard that is published while it arrives. */
@ApplicationScoped
public class Products {

    private final Session database;

    Products(Session database) {
        this.database = database;
    }

    /** @return how many versions its standard has */
    public int lock(String product) {
        database.createNativeMutationQuery("insert into product (code, version) values (?1, 0) on conflict do nothing")
                .setParameter(1, product)
                .executeUpdate();
        return database.createNativeQuery("select version from product where code = ?1 for update", Integer.class)
                .setParameter(1, product)
                .getSingleResult();
    }

    void nextVersion(String product, int version) {
        database.createNativeMutationQuery("update product set version = ?2 where code = ?1")
                .setParameter(1, product)
                .setParameter(2, version)
                .executeUpdate();
    }
}
