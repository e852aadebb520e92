package coop.parasol.quality.auditor;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

/** Somebody who inspects for the firm, and the producers it has an interest in. */
@Entity
public class Auditor extends PanacheEntityBase {

    @Id
    public UUID id;

    public String name;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "auditor_interests", joinColumns = @JoinColumn(name = "auditor_id"))
    @Column(name = "member_id")
    @BatchSize(size = 200)
    public Set<UUID> interests = new HashSet<>();

    @Version
    public long version;

    /** Those of some auditors who may not judge this producer's batches. */
    public static List<UUID> interestedIn(UUID producer, List<UUID> auditors) {
        return find(
                        "select auditor.id from Auditor auditor join auditor.interests interest"
                                + " where interest = ?1 and auditor.id in ?2",
                        producer,
                        auditors)
                .project(UUID.class)
                .list();
    }
}
