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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;

/** A person who inspects for the firm, and the producers in which this person has an interest. */
@Entity
public class Auditor extends PanacheEntityBase {

    /** the {@code auditor_id} in the person's token */
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

    static List<Auditor> byId(UUID after, int maxRows) {
        return Auditor.<Auditor>find("id > ?1 order by id", after)
                .range(0, maxRows - 1)
                .list();
    }

    /** The names of auditors, by their ids. */
    public static Map<UUID, String> names(Collection<UUID> ids) {
        return Auditor.<Auditor>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(auditor -> auditor.id, auditor -> auditor.name));
    }

    /** Those of some auditors who have an interest in a producer. */
    public static List<UUID> interestedIn(UUID producer, List<UUID> auditors) {
        if (auditors.isEmpty()) {
            return List.of();
        }
        return find(
                        "select auditor.id from Auditor auditor join auditor.interests interest"
                                + " where interest = ?1 and auditor.id in ?2",
                        producer,
                        auditors)
                .project(UUID.class)
                .list();
    }
}
