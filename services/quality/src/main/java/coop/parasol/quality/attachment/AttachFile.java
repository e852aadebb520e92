package coop.parasol.quality.attachment;

import coop.parasol.quality.attachment.rules.FileType;
import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.inspection.Inspection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Keeps what auditors attach to an inspection until they submit it, and takes it back until then; from then on it is evidence. */
@ApplicationScoped
class AttachFile {

    static final int MOST_BYTES = 5_000_000;
    static final int MOST_FILES = 20;
    private static final int MOST_EVER = 5 * MOST_FILES;

    private final Files files;
    private final Clock clock;

    AttachFile(Files files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** What somebody wants to attach to its inspection of a batch. */
    record Wanted(UUID id, UUID batchId, UUID auditorId, FileType type, String name, String caption) {}

    sealed interface Outcome permits Kept, Removed, Refused {}

    /** @param isNew false if exactly this was sent before */
    record Kept(Attachment attachment, boolean isNew) implements Outcome {}

    record Removed() implements Outcome {}

    record Refused(String code, String reason) implements Outcome {}

    /** @param memberId whose batch it is */
    Outcome attach(Wanted wanted, byte[] bytes, UUID memberId) {
        Auditor auditor = Auditor.findById(wanted.auditorId());
        if (auditor == null) {
            return new Refused("auditor-not-registered", "The quality desk has not registered you as an auditor.");
        }
        if (auditor.interests.contains(memberId)) {
            return new Refused("conflict-of-interest", "You have an interest in the producer of this batch.");
        }
        Batch batch = Batch.lock(wanted.batchId()).orElseThrow();
        String digest = digest(bytes);
        Optional<Attachment> known = Attachment.findByIdOptional(wanted.id());
        if (known.isPresent()) {
            return again(known.get(), wanted, digest);
        }
        Optional<Refused> settled = settled(batch, batch.attempt, wanted.auditorId());
        if (settled.isPresent()) {
            return settled.get();
        }
        if (isFull(batch, wanted.auditorId())) {
            return new Refused("too-many", "An inspection has at most " + MOST_FILES + " attachments.");
        }
        return new Kept(keep(batch, wanted, bytes, digest), true);
    }

    /** @param attachmentId of the auditor's own, of this batch */
    Outcome remove(UUID batchId, UUID attachmentId) {
        Batch batch = Batch.lock(batchId).orElseThrow();
        Attachment attachment =
                Attachment.<Attachment>findByIdOptional(attachmentId).orElseThrow();
        if (attachment.removedAt != null) {
            return new Removed();
        }
        Optional<Refused> settled = settled(batch, attachment.attempt, attachment.auditorId);
        if (settled.isPresent()) {
            return settled.get();
        }
        attachment.removedAt = now();
        attachment.persistAndFlush();
        files.delete(attachmentId);
        return new Removed();
    }

    private static Outcome again(Attachment earlier, Wanted wanted, String digest) {
        if (!earlier.batchId.equals(wanted.batchId())
                || !earlier.auditorId.equals(wanted.auditorId())
                || !earlier.digest.equals(digest)
                || !earlier.name.equals(wanted.name())
                || !earlier.caption.equals(wanted.caption())) {
            return new Refused("id-taken", "This id is that of another attachment; take a new one.");
        }
        return earlier.removedAt == null
                ? new Kept(earlier, false)
                : new Refused("removed", "You have removed it; take a new id to attach it again.");
    }

    /** Why the inspection's attachments do not change any more, if so. */
    private static Optional<Refused> settled(Batch batch, int attempt, UUID auditorId) {
        if (!batch.state.awaitsInspection() || batch.attempt != attempt) {
            return Optional.of(new Refused("not-awaiting-inspection", "The batch is " + batch.state + "."));
        }
        return Inspection.of(batch.id, attempt, auditorId)
                .filter(inspection -> inspection.submittedAt != null)
                .map(submitted -> new Refused(
                        "already-submitted", "Your inspection is submitted; what is attached to it is evidence."));
    }

    private static boolean isFull(Batch batch, UUID auditorId) {
        String ofInspection = "batchId = ?1 and attempt = ?2 and auditorId = ?3";
        return Attachment.count(ofInspection + " and removedAt is null", batch.id, batch.attempt, auditorId)
                        >= MOST_FILES
                || Attachment.count(ofInspection, batch.id, batch.attempt, auditorId) >= MOST_EVER;
    }

    private Attachment keep(Batch batch, Wanted wanted, byte[] bytes, String digest) {
        Attachment attachment = new Attachment();
        attachment.id = wanted.id();
        attachment.batchId = batch.id;
        attachment.attempt = batch.attempt;
        attachment.auditorId = wanted.auditorId();
        attachment.type = wanted.type();
        attachment.name = wanted.name();
        attachment.caption = wanted.caption();
        attachment.digest = digest;
        attachment.size = bytes.length;
        attachment.attachedAt = now();
        attachment.persistAndFlush();
        files.store(wanted.id(), bytes);
        return attachment;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
