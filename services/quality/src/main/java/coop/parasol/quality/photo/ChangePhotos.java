package coop.parasol.quality.photo;

import coop.parasol.contracts.Sha256;
import coop.parasol.firm.FirmClock;
import coop.parasol.quality.attachment.rules.FileType;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.BatchRepository;
import coop.parasol.quality.batch.ReportChanges;
import coop.parasol.quality.photo.rules.PhotoChange;
import coop.parasol.quality.switching.InspectionSeriesRepository.SeriesKey;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * A producer adds photos to a batch that it has reported, or removes them, until its sample is drawn. Series and batch are locked as they
 * are for drawing, so that of a change and a drawing at the same moment one is first (ADR 0106).
 */
@ApplicationScoped
class ChangePhotos {

    private final BatchRepository batches;
    private final BatchPhotoRepository photos;
    private final FirmClock clock;

    ChangePhotos(BatchRepository batches, BatchPhotoRepository photos, FirmClock clock) {
        this.batches = batches;
        this.photos = photos;
        this.clock = clock;
    }

    /**
     * What is added.
     *
     * @param id made by the producer's device
     * @param series of the batch, which names its producer
     * @param caption what it shows; empty for nothing that is said
     */
    record Request(UUID id, UUID batchId, SeriesKey series, FileType type, String caption) {}

    /** The outcome of adding a photo. */
    sealed interface Outcome permits Added, Refused {}

    /** @param isNew false if this picture was there before */
    record Added(BatchPhoto photo, boolean isNew) implements Outcome {}

    /** It was refused, and nothing is stored. */
    record Refused(Refusal reason) implements Outcome {}

    Outcome add(Request request, byte[] bytes) {
        Batch batch = batches.lock(request.batchId(), request.series()).batch();
        String digest = Sha256.hex(bytes);
        Optional<BatchPhoto> known = BatchPhoto.findByIdOptional(request.id());
        if (known.isPresent()) {
            return repeated(known.get(), request, digest);
        }
        Optional<BatchPhoto> same = BatchPhoto.same(batch.id, digest);
        if (same.isPresent()) {
            return new Added(same.get(), false);
        }
        PhotoChange.Answer answer = PhotoChange.add(
                ReportChanges.answer(batch),
                BatchPhoto.count("batchId = ?1 and removedAt is null", batch.id),
                BatchPhoto.count("batchId", batch.id));
        Optional<Refusal> refusal = refusal(answer);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        photos.store(
                new BatchPhotoRepository.NewPhoto(
                        request.id(), batch.id, batch.memberId, request.type(), request.caption(), digest, clock.now()),
                bytes);
        return new Added(BatchPhoto.ofBatch(batch.id, request.id()).orElseThrow(), true);
    }

    private static Outcome repeated(BatchPhoto earlier, Request request, String digest) {
        if (!earlier.batchId.equals(request.batchId()) || !earlier.digest.equals(digest)) {
            return new Refused(new Refusal.Conflict("id-taken", "This id is that of another photo; make a new one."));
        }
        return earlier.removedAt == null
                ? new Added(earlier, false)
                : new Refused(new Refusal.Conflict(
                        "photo-removed", "You have removed this photo; make a new id to add it again."));
    }

    /** @param photoId of a photo that the batch has, or had */
    Optional<Refusal> remove(UUID batchId, SeriesKey series, UUID photoId) {
        Batch batch = batches.lock(batchId, series).batch();
        Optional<BatchPhoto> photo = BatchPhoto.ofBatch(batchId, photoId);
        if (photo.isEmpty()) {
            return BatchPhoto.count("id = ?1 and batchId = ?2", photoId, batchId) > 0
                    ? Optional.empty()
                    : Optional.of(new Refusal.NotFound("photo", photoId));
        }
        Optional<Refusal> refusal = refusal(PhotoChange.remove(ReportChanges.answer(batch)));
        if (refusal.isEmpty()) {
            photos.remove(photoId, clock.now());
        }
        return refusal;
    }

    private static Optional<Refusal> refusal(PhotoChange.Answer answer) {
        return switch (answer) {
            case ACCEPTED -> Optional.empty();
            case SAMPLE_DRAWN -> conflict("sample-drawn", "Its sample is drawn; its photos stay as they are.");
            case SUSPENDED -> conflict("batch-suspended", "The quality desk has suspended this batch.");
            case CLOSED -> conflict("batch-closed", "The batch is withdrawn or given up.");
            case TOO_MANY -> conflict("too-many-photos", "A batch has at most " + PhotoChange.MAX_PHOTOS + " photos.");
        };
    }

    private static Optional<Refusal> conflict(String code, String detail) {
        return Optional.of(new Refusal.Conflict(code, detail));
    }
}
